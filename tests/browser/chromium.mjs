// node chromium.mjs FOLDER: unpack the Chromium of npm's @sparticuz/chromium below FOLDER, once a
// version, and print as JSON where it lies and the environment that it needs.

import { mkdtemp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inflate } from "@sparticuz/chromium";

const npm = fileURLToPath(new URL("../", import.meta.resolve("@sparticuz/chromium")));
const { version } = JSON.parse(await readFile(join(npm, "package.json"), "utf8"));
const folder = join(process.argv[2], version);

// Open Sans comes along. For another script, add npm's @expo-google-fonts/noto-sans-… to
// package.json and run `make lock`. Chromium overlooks the WOFF files of @fontsource.
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, "fonts")}</dir>
  <dir>${fileURLToPath(new URL("node_modules/@expo-google-fonts", import.meta.url))}</dir>
  <cachedir>${join(folder, "fonts-cache")}</cachedir>
</fontconfig>
`;

const exists = (path) => stat(path).then(() => true, () => false);

/** Unpack aside, then put in place: an interrupted run or a second one beside it does no harm. */
async function unpack() {
  await mkdir(process.argv[2], { recursive: true });
  process.env.TMPDIR = await mkdtemp(`${folder}-`); // where `inflate` writes
  for (const name of await readdir(join(npm, "bin"))) await inflate(join(npm, "bin", name));
  await writeFile(join(process.env.TMPDIR, "fonts", "fonts.conf"), FONTS);
  await rename(process.env.TMPDIR, folder).catch(async (error) => {
    await rm(process.env.TMPDIR, { recursive: true });
    if (!(await exists(folder))) throw error;
  });
}

if (!(await exists(folder))) await unpack();
const libraries = [join(folder, "al2023", "lib"), process.env.LD_LIBRARY_PATH];
console.log(
  JSON.stringify({
    executable: join(folder, "chromium"),
    environment: {
      LD_LIBRARY_PATH: libraries.filter(Boolean).join(":"),
      FONTCONFIG_PATH: join(folder, "fonts"),
    },
  }),
);
