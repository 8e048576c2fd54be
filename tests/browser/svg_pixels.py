"""Draw SVG images in a browser, to compare what is seen of them."""

DRAW = """
async (files, width, height) => {
    const drawn = [];
    for (const file of files) {
        const image = new Image();
        image.src = `data:image/svg+xml;base64,${file}`;
        await image.decode();
        const canvas = Object.assign(document.createElement("canvas"), {width, height});
        const context = canvas.getContext("2d");
        context.drawImage(image, 0, 0, width, height);
        drawn.push(context.getImageData(0, 0, width, height).data);
    }
    return drawn;
}
"""
"""A function of JavaScript: the pixels of each image, given in base64: red, green, blue, alpha."""
