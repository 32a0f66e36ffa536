/** Bundled, so that a name shows in its own script on a machine that has no font for it. */
import "@fontsource-variable/inter/wght.css";
import "@fontsource/noto-sans-thai/thai-400.css";
import "@fontsource/noto-sans-thai/thai-500.css";
import "@fontsource/noto-sans-thai/thai-600.css";
import "@fontsource/noto-sans-lao/lao-400.css";
import "@fontsource/noto-sans-lao/lao-500.css";
import "@fontsource/noto-sans-lao/lao-600.css";
import "@fontsource/noto-sans-khmer/khmer-400.css";
import "@fontsource/noto-sans-khmer/khmer-500.css";
import "@fontsource/noto-sans-khmer/khmer-600.css";
import "@fontsource/noto-sans-myanmar/myanmar-400.css";
import "@fontsource/noto-sans-myanmar/myanmar-500.css";
import "@fontsource/noto-sans-myanmar/myanmar-600.css";
