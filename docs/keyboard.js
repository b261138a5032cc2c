// The theme opens its menu and its search by labels, which no key reaches: make buttons of them. It does listen to Enter.
for (const label of document.querySelectorAll("label.md-header__button[for]")) {
  const what = { __drawer: "Menu", __search: "Search" }[label.htmlFor];
  if (what) {
    label.tabIndex = 0;
    label.role = "button";
    label.ariaLabel = what;
    label.addEventListener("keydown", (event) => {
      if (event.key === " ") {
        event.preventDefault();
        label.click();
      }
    });
  }
}
