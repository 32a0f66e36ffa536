## Profiles
