// The two libraries of the page, named once.
export { html, svg, render, nothing } from "/webjars/lit-html/3.3.2/lit-html.js";
export { default as uPlot } from "/webjars/uplot/1.6.30/dist/uPlot.esm.js";
