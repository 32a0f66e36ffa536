## Inbox
