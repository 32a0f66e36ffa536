/** A hundred slices, each fetched when a character needs it; asked for after the first paint. */
import "@fontsource/noto-sans-sc/400.css";
