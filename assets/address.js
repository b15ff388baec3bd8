/* Keeps the address equal to the page's controls, without a new history entry. */
(function () {
  "use strict";

  function nameOf(id) {
    return id.split("--").pop();
  }

  /* One list holds counties and regions; the address says which of the two it is. */
  function place(params, value) {
    params.delete("place");
    params.delete("region");
    if (!/^region:/.test(value)) return value;
    params.set("region", value.slice(7));
    return "";
  }

  function write(params, input) {
    var value = Array.isArray(input.value) ? input.value.join(",") : input.value;
    if (nameOf(input.id) === "county") value = place(params, value);
    if (value === null || value === undefined || value === "" || value === "-") {
      params.delete(nameOf(input.id));
    } else {
      params.set(nameOf(input.id), value);
    }
  }

  function keep() {
    var params = new URLSearchParams(window.location.search);
    window.dash_clientside.callback_context.inputs_list.forEach(function (input) {
      write(params, input);
    });
    var search = params.toString().replace(/%3A/g, ":").replace(/%2C/g, ",");
    var address = window.location.pathname + (search ? "?" + search : "");
    window.history.replaceState(window.history.state, "", address + window.location.hash);
  }

  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    address: { keep: keep }
  });
})();
