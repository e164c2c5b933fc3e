namespace Sluice.TestKit.Browser.Tests;

/// <summary>What is asked of the page, as expressions that answer a list of what is wrong.</summary>
internal static class PageChecks
{
    /// <summary>Elements that stand out of the window, and a page that can be pushed sideways.</summary>
    public const string Overflow = """
        (() => {
          const width = document.documentElement.clientWidth;
          const wrong = document.documentElement.scrollWidth > width ? ['page: ' + document.documentElement.scrollWidth] : [];
          for (const element of document.body.querySelectorAll('*')) {
            const box = element.getBoundingClientRect();
            if (box.width > 1 && (box.right > width + 0.5 || box.left < -0.5)) wrong.push(element.outerHTML.slice(0, 80) + ' ' + box.left + '-' + box.right);
          }
          return wrong;
        })()
        """;

    /// <summary>Text whose contrast with what lies behind it is below 4.5 to 1, by the formula of WCAG 2.</summary>
    public const string Contrast = """
        (() => {
          const parse = text => { const n = text.match(/[\d.]+/g).map(Number); return { r: n[0], g: n[1], b: n[2], a: n.length > 3 ? n[3] : 1 }; };
          const luminance = c => [c.r, c.g, c.b].map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4).reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
          const behind = element => { for (let e = element; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor); if (c.a === 1) return c; if (c.a !== 0) throw new Error('half transparent'); } return null; };
          const wrong = [];
          let seen = 0;
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const element = walker.currentNode.parentElement;
            if (!walker.currentNode.textContent.trim() || element.closest('svg')) continue;
            const style = getComputedStyle(element), background = behind(element);
            if (style.opacity !== '1' || !background) { wrong.push('cannot tell: ' + element.outerHTML.slice(0, 80)); continue; }
            const [a, b] = [luminance(parse(style.color)), luminance(background)].sort((x, y) => y - x);
            const ratio = (a + 0.05) / (b + 0.05);
            seen++;
            if (ratio < 4.5) wrong.push(ratio.toFixed(2) + ' ' + element.outerHTML.slice(0, 80));
          }
          return seen < 20 ? ['only ' + seen + ' texts seen'] : wrong;
        })()
        """;

    /// <summary>What somebody who hears the page, or goes through it by keyboard, would miss.</summary>
    public const string Structure = """
        (() => {
          const wrong = [];
          const check = (is, what) => { if (!is) wrong.push(what); };
          check(document.documentElement.lang === 'en', 'language');
          check(document.title.length > 0, 'title');
          check(document.querySelectorAll('main').length === 1, 'one main');
          const headings = [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(h => Number(h.tagName[1]));
          check(headings.filter(level => level === 1).length === 1 && headings[0] === 1, 'one h1, first');
          headings.forEach((level, i) => check(i === 0 || level <= headings[i - 1] + 1, 'heading level skipped at ' + i));
          for (const table of document.querySelectorAll('table')) {
            check(table.caption?.textContent.trim(), 'table without caption');
            check(table.getAttribute('role') === 'table', 'a table that is laid out as blocks loses its role');
            for (const head of table.querySelectorAll('th')) check(head.scope, 'header without scope');
            for (const row of table.querySelectorAll('tbody tr:not(.why)')) {
              check(row.querySelector('th[scope=row]'), 'row without header');
              check(row.children.length === table.querySelectorAll('thead th').length, 'row of another length: ' + row.textContent);
            }
          }
          for (const mark of document.querySelectorAll('svg')) check(mark.getAttribute('aria-hidden') === 'true', 'mark that would be read out');
          for (const verdict of document.querySelectorAll('.v')) {
            check(/^(Proven|Broken|Not proven|Not applicable|Harness fault|Safe|Not safe|Not known)$/.test(verdict.textContent.trim()), 'verdict without its word: ' + verdict.textContent);
            check(verdict.querySelector('svg use'), 'verdict without a shape: ' + verdict.textContent);
          }
          const shapes = {};
          for (const symbol of document.querySelectorAll('symbol')) { check(!shapes[symbol.innerHTML], 'two marks of one shape'); shapes[symbol.innerHTML] = true; }
          for (const link of document.querySelectorAll('a')) check(link.textContent.trim() && /^(https:|#)/.test(link.getAttribute('href')), 'link: ' + link.outerHTML);
          for (const details of document.querySelectorAll('details')) check(details.querySelector('summary')?.textContent.trim(), 'details without summary');
          const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
          check(new Set(ids).size === ids.length, 'an id twice');
          check(/\p{Extended_Pictographic}/u.test(document.body.textContent) === false, 'a pictograph');
          return wrong;
        })()
        """;

    /// <summary>What would run or load something.</summary>
    public const string Active = """
        [...document.querySelectorAll('script,iframe,object,embed,img,link,form,base,video,audio')].map(e => e.outerHTML)
          .concat([...document.querySelectorAll('*')].flatMap(e => [...e.attributes]).filter(a => /^on/i.test(a.name) || /^\s*javascript:/i.test(a.value)).map(a => a.name + '=' + a.value))
        """;

    /// <summary>Stories that a reader does not see.</summary>
    public const string HiddenStories = """
        [...document.querySelectorAll('.story')].filter(e => !e.checkVisibility({ contentVisibilityAuto: true, opacityProperty: true, visibilityProperty: true }) || e.getBoundingClientRect().height < 5).map(e => e.textContent)
        """;
}
