// Measures where the words of a document stand; gives a line for each that is not where it should
// be: outside of its block or page, over another's words, or, of a name in a table, broken in two.
// A page is as wide as the window; pages of a paginated document stand side by side, each as wide as
// its column and gap.
() => {
    const style = getComputedStyle(document.documentElement);
    const rtl = style.direction === "rtl";
    const isPaginated = style.columnWidth !== "auto";
    const page = isPaginated
        ? parseFloat(style.columnWidth) + parseFloat(style.columnGap)
        : document.documentElement.clientWidth;
    const slack = 1.5;
    const found = new Set();
    const boxes = [];
    const show = (text) => `“${text.trim().slice(0, 60)}”`;
    const isBlock = (element) => !/^(inline|contents|ruby)/.test(getComputedStyle(element).display)
        || getComputedStyle(element).display === "inline-block";

    // What is told and not shown: names of tables, and their heads above cards.
    const isHidden = (element) => {
        const hidden = element.closest(".unseen, thead, [hidden]");
        return hidden && (hidden.localName !== "thead" || getComputedStyle(hidden).clipPath !== "none");
    };
    const findRects = (node, from, to) => {
        const range = document.createRange();
        range.setStart(node, from);
        range.setEnd(node, to);
        return [...range.getClientRects()].filter((rect) => rect.width > 0.5 && rect.height > 0.5);
    };
    // A block that continues on the next page has a rectangle on each.
    const isWithin = (rect, block) => [...block.getClientRects()].some((outer) =>
        rect.left >= outer.left - slack && rect.right <= outer.right + slack &&
        rect.top >= outer.top - rect.height / 2 && rect.bottom <= outer.bottom + rect.height / 2);
    const isOnPage = (rect) => {
        const left = rtl ? page - rect.right : rect.left;
        const start = isPaginated ? ((left % page) + page + slack) % page - slack : left;
        return start >= -slack && start + rect.width <= page + slack;
    };

    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (!node.data.trim() || isHidden(node.parentElement)) continue;
        let block = node.parentElement;
        while (!isBlock(block)) block = block.parentElement;
        const cell = node.parentElement.closest("th, td");
        for (const word of node.data.matchAll(/\S+/g)) {
            const rects = findRects(node, word.index, word.index + word[0].length);
            for (const rect of rects) {
                boxes.push({ rect, block, text: word[0] });
                if (!isWithin(rect, block)) found.add(`${show(word[0])} leaves its ${block.localName}`);
                if (!isOnPage(rect)) found.add(`${show(word[0])} leaves the page`);
            }
            // A line can end between any two Chinese characters.
            if (!cell || /\p{Script=Han}/u.test(word[0])) continue;
            const lines = new Set(rects.map((rect) => Math.round(rect.top / 4)));
            const width = rects.reduce((sum, rect) => sum + rect.width, 0);
            const room = cell.closest(".table").getClientRects()[0].width;
            if (lines.size > 1 && width < 0.8 * room) found.add(`${show(word[0])} is broken`);
        }
    }
    for (const link of document.querySelectorAll("[role=doc-backlink]")) {
        const { width, height } = link.getBoundingClientRect();
        if (Math.min(width, height) < 24) found.add(`the link ${show(link.textContent)} is too small`);
    }
    for (const image of document.images) {
        const rect = image.getBoundingClientRect();
        if (!isOnPage(rect)) found.add(`the image ${show(image.alt)} leaves the page`);
        boxes.push({ rect, block: image, text: image.alt });
    }
    boxes.sort((one, other) => one.rect.top - other.rect.top);
    for (const [place, one] of boxes.entries()) {
        for (let next = place + 1; next < boxes.length; next += 1) {
            const other = boxes[next];
            if (other.rect.top >= one.rect.bottom) break;
            if (one.block === other.block || one.block.contains(other.block)
                || other.block.contains(one.block)) continue;
            const width = Math.min(one.rect.right, other.rect.right)
                - Math.max(one.rect.left, other.rect.left);
            const height = Math.min(one.rect.bottom, other.rect.bottom)
                - Math.max(one.rect.top, other.rect.top);
            if (width > slack && height > Math.min(one.rect.height, other.rect.height) / 3)
                found.add(`${show(one.text)} stands over ${show(other.text)}`);
        }
    }
    // What leads stands on the page of what it leads, unless nothing stands before it on its own.
    const findPage = (rect) => Math.floor(((rtl ? page - rect.right : rect.left) + slack) / page);
    for (const lead of isPaginated ? document.querySelectorAll("h1, h2, h3, thead, dt, .label") : []) {
        const [next] = lead.nextElementSibling?.getClientRects() ?? [];
        const first = lead.getClientRects()[0], last = [...lead.getClientRects()].at(-1);
        const top = parseFloat(style.paddingTop) + 4 * parseFloat(style.fontSize);
        if (next && first.top > top && findPage(last) !== findPage(next))
            found.add(`the ${lead.localName} ${show(lead.textContent)} stands alone`);
    }
    const { scrollWidth } = document.scrollingElement;
    if (!isPaginated && scrollWidth > page + slack) found.add(`the page is ${scrollWidth} px wide`);
    return [...found];
}
