/**
 * The one script that stands in a page: that of 404.html, which servers show under any address, and which therefore can't know from where
 * it would load a file. It looks for the catalog's script where the page says that it is, then in each folder above its address. Where that
 * is another folder, all that the page names is named from there. As text: it is written into the page as it is, and must be small.
 */
export const FIND_ROOT = `(async()=>{
const{base}=document.body.dataset;
const first=new URL(base||'.',location.href).href;
const folders=[first];
for(let at=new URL('.',location.href);;at=new URL('..',at)){folders.push(at.href);if(at.pathname==='/')break}
const app=document.querySelector('script[src]').getAttribute('src').slice(base.length);
const has=async(folder)=>{
const file=await fetch(folder+app).catch(()=>null);
await file?.text();
return file?.ok&&/javascript/.test(file.headers.get('content-type'))};
const move=(root)=>{
document.body.dataset.base=root;
for(const one of document.querySelectorAll('[href],[src]')){
const name=one.hasAttribute('href')?'href':'src';
const to=one.getAttribute(name);
if(!to.startsWith(base)||/^(#|[a-z]+:|\\/\\/)/i.test(to)||(base===''&&to.startsWith('/')))continue;
const moved=one.localName==='script'?document.createElement('script'):one;
moved.setAttribute(name,root+to.slice(base.length));
if(moved!==one)one.replaceWith(moved)}};
if(location.protocol==='file:')return;
for(const folder of new Set(folders))if(await has(folder)){if(folder!==first)move(folder);return}
})()`;
