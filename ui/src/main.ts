// Starts the window.

import "@fontsource-variable/inter/index.css";
import { mount } from "svelte";
import App from "./App.svelte";
import "./style/tokens.css";
import "./style/base.css";
import "./style/print.css";

const target = document.getElementById("app");
if (target) mount(App, { target });
