/** @type {import("@sveltejs/vite-plugin-svelte").SvelteConfig} */
export default {
  compilerOptions: {
    // Libraries decide for themselves.
    runes: ({ filename }) => (filename.includes("node_modules") ? undefined : true),
  },
};
