import { mount } from "svelte";
import App from "./App.svelte";
import { showTheme } from "./frame/theme";
import { busy } from "./ready";
import "./look/fonts";
import "./look/tokens.css";
import "./look/base.css";
import "./look/controls.css";
import "./look/table.css";

showTheme();
const target = document.getElementById("window");
if (target) mount(App, { target });
// A hundred faces that few names need: beside the first paint, not before it.
void import("./look/chinese").finally(busy());
