// Joins a page to the preview that served it: reloads it when its bytes change, swaps its stylesheet, shows errors.
(() => {
  const page = document.currentScript.dataset
  const scrollKey = 'briefing-preview-scroll ' + location.pathname

  const host = document.createElement('briefing-preview')
  const root = host.attachShadow({ mode: 'open' })
  root.innerHTML = `<style>
    :host { all: initial; font: 15px/1.5 Arial, 'Liberation Sans', sans-serif }
    .notice { position: fixed; bottom: 0; left: 0; right: 0; z-index: 99998; padding: 6px 16px; text-align: center;
      background: #ffd866; color: #222; border-top: 1px solid #8a6d00 }
    .problems { position: fixed; inset: 0; z-index: 99999; overflow: auto; padding: 24px; background: #1c1c1ef2; color: #eee }
    .problems[hidden] { display: none }
    h1 { font-size: 20px; margin: 0 0 16px }
    button { float: right; font: inherit; padding: 2px 10px }
    pre { margin: 0 0 12px; padding: 10px 14px; background: #2b2b2e; border-left: 4px solid #ffd866; white-space: pre-wrap;
      overflow-wrap: anywhere; font: 13px/1.5 'Liberation Mono', Consolas, monospace }
    pre.error { border-color: #ff6b6b }
  </style><div class="problems" role="alert" hidden><button type="button">Close</button><h1></h1><div></div></div>`
  const problems = root.querySelector('.problems')
  const close = () => { problems.hidden = true }
  problems.querySelector('button').addEventListener('click', close)
  addEventListener('keydown', event => { if (event.key === 'Escape') close() })
  if (page.notice) {
    const notice = root.appendChild(document.createElement('div'))
    notice.className = 'notice'
    notice.textContent = 'Not for readers yet: this page ' + page.notice + '.'
  }
  document.body.append(host)

  const place = sessionStorage.getItem(scrollKey)
  if (place !== null) {
    sessionStorage.removeItem(scrollKey)
    scrollTo({ top: Number(place), behavior: 'instant' })
  }

  const query = new URLSearchParams({ page: location.pathname, digest: page.digest, style: page.style })
  const connect = () => {
    const events = new EventSource('/.briefing/events?' + query)
    // Browsers ask again by themselves, but not all of them where the preview was away for a moment.
    events.addEventListener('error', () => { if (events.readyState === EventSource.CLOSED) setTimeout(connect, 500) })
    listen(events)
  }
  const listen = events => {
    events.addEventListener('reload', () => {
      events.close()
      sessionStorage.setItem(scrollKey, String(scrollY))
      location.reload()
    })
    events.addEventListener('style', event => {
      const { from, to } = JSON.parse(event.data)
      for (const old of document.querySelectorAll('link[rel="stylesheet"]')) {
        if (!old.href.endsWith('/' + from)) continue
        const fresh = old.cloneNode()
        fresh.href = old.href.slice(0, -from.length) + to
        fresh.addEventListener('load', () => old.remove())
        old.after(fresh)
      }
    })
    events.addEventListener('problems', event => {
      const { title, list } = JSON.parse(event.data)
      problems.hidden = list.length === 0
      root.querySelector('h1').textContent = title
      root.querySelector('.problems > div').replaceChildren(...list.map(({ severity, text }) => {
        const box = document.createElement('pre')
        box.className = severity
        box.textContent = text
        return box
      }))
    })
  }
  connect()
})()
