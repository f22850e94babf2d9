// SPDX-License-Identifier: MIT
// The theme that a reader has chosen, and links that copy themselves. Pages work without either.
(() => {
  const root = document.documentElement
  const system = matchMedia("(prefers-color-scheme: dark)")
  const stored = () => { try { return localStorage.getItem("theme") } catch { return null } }
  const store = theme => { try { localStorage.setItem("theme", theme) } catch { /* it lasts for this page */ } }

  const chosen = stored()
  if (chosen === "dark" || chosen === "light") root.dataset.theme = chosen
  const isDark = () => root.dataset.theme ? root.dataset.theme === "dark" : system.matches

  // The browser's own bar takes the colour of the page.
  const bar = document.createElement("meta")
  bar.name = "theme-color"
  const paint = () => { bar.content = getComputedStyle(root).getPropertyValue("--page").trim() }

  addEventListener("DOMContentLoaded", () => {
    document.head.append(bar)
    paint()
    system.addEventListener("change", paint)
    const button = document.querySelector(".theme-switch")
    if (button) {
      const show = () => button.setAttribute("aria-pressed", String(isDark()))
      button.hidden = false
      button.addEventListener("click", () => {
        root.dataset.theme = isDark() ? "light" : "dark"
        store(root.dataset.theme)
        show()
        paint()
      })
      system.addEventListener("change", show)
      show()
    }

    // Browsers that do not open it themselves: a link into a part that is folded away.
    const reveal = () => {
      const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
      const part = target && target.closest("details:not([open])")
      if (!part) return
      part.open = true
      target.scrollIntoView()
    }
    addEventListener("hashchange", reveal)
    reveal()

    const status = document.createElement("span")
    status.className = "visually-hidden"
    status.setAttribute("role", "status")
    document.body.append(status)
    const say = (element, words) => {
      const text = element.textContent
      element.textContent = status.textContent = words
      setTimeout(() => { element.textContent = text; status.textContent = "" }, 2000)
    }
    document.addEventListener("click", event => {
      const link = event.target.closest(".copy-link")
      if (!link || !navigator.clipboard) return
      event.preventDefault()
      navigator.clipboard.writeText(link.href).then(
        () => say(link, link.dataset.copied), () => { location.href = link.href })
    })
    if (navigator.clipboard) for (const button of document.querySelectorAll(".copy-text")) {
      button.hidden = false
      button.addEventListener("click", () => {
        navigator.clipboard.writeText(button.previousElementSibling.textContent).then(() => say(button, button.dataset.copied), () => {})
      })
    }
  })
})()
