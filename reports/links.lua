-- Links in print, for both front ends: a number leads to its row in the appendix of the document, the row to the
-- permanent address on the site. A PDF leaves its folder, so no link in it may be relative: without an address of the
-- site (`site-url` in _quarto.yml) what cannot be reached is plain text, and the printed id suffices.

local rows = {}
local site = ""

local function read_site(meta)
  local given = meta.rendering and pandoc.utils.stringify(meta.rendering["site-url"] or "") or ""
  if given ~= "" or not quarto then return given end
  local file = io.open(quarto.project.directory .. "/_quarto.yml")
  if not file then return "" end
  local found = file:read("a"):match("\n%s+site%-url:%s*[\"']?(https?://[^\"'%s]+)") or ""
  file:close()
  return found ~= "" and (found:gsub("/?$", "/", 1)) or ""
end

local function lead(link)
  if link.target:match("^%a[%w+.-]*:") or link.target:match("^#") then return nil end
  local name = link.target:match("n/([%w-]+)%.html")
  if name and rows["n-" .. name] and not link.classes:includes("permanent") then
    link.target = "#n-" .. name
    return link
  end
  if site == "" then return pandoc.Span(link.content, pandoc.Attr("", link.classes)) end
  local path = link.target:gsub("^[./]+", ""):gsub("%.qmd", ".html"):gsub("%.ipynb", ".html")
  link.target = site .. path:gsub("^([nbsxit]/[%w_-]+)%.html", "%1")
  return link
end

-- The date as a page states it: Quarto hands it on in words ("November 22, 2026").
local function date_of(page)
  local file = io.open(page)
  if not file then return "" end
  local text = file:read("a")
  file:close()
  return text:match("\ndate: (%d+%-%d+%-%d+)") or ""
end

-- Where Quarto renders, the tags by which indexers and reference managers know a page: its own setting for them reads
-- the bibliography with a program that takes CSL for something else. The built-in front end writes the same.
local function scholarly(meta)
  if not meta.citation then return end
  local text = pandoc.utils.stringify
  local tags = { { "title", text(meta.title) } }
  for _, author in ipairs(meta["by-author"] or {}) do table.insert(tags, { "author", text(author.name.literal) }) end
  table.insert(tags, { "publication_date", (date_of(quarto.doc.input_file):gsub("-", "/")) })
  table.insert(tags, { "language", text(meta.lang or "en") })
  table.insert(tags, { "technical_report_institution", text(meta.citation.publisher or "") })
  local lines = pandoc.Blocks({})
  for _, tag in ipairs(tags) do
    local content = tag[2]:gsub("&", "&amp;"):gsub('"', "&quot;"):gsub("<", "&lt;")
    lines:insert(pandoc.RawBlock("html", '<meta name="citation_' .. tag[1] .. '" content="' .. content .. '">'))
  end
  local before = meta["header-includes"]
  meta["header-includes"] = before and pandoc.MetaList({ before, pandoc.MetaBlocks(lines) }) or pandoc.MetaBlocks(lines)
end

-- Where Quarto renders, a wide table scrolls by itself, also by keyboard; the built-in front end wraps its own.
local function wrap(tbl)
  local classes = #tbl.colspecs >= 5 and { "table-wrap", "many-columns" } or { "table-wrap" }
  return pandoc.Div({ tbl }, pandoc.Attr("", classes, { tabindex = "0" }))
end

-- The report holds dozens of charts: one is loaded when its reader comes near it.
local function lazy(image)
  image.attributes.loading = "lazy"
  return image
end

-- Word shows a drawing only beside a picture of it, which pandoc makes with a program that few have. Where Quarto renders,
-- the alternative text is an attribute that pandoc does not write.
local function picture(image)
  image.src = image.src:gsub("%.svg$", ".png")
  local alt = image.attributes["fig-alt"] or image.attributes.alt
  if alt then image.caption = { pandoc.Str(alt) } end
  return image
end

-- How a conflict is handled stands on the page of its text.
local function keep_whole(div)
  if not div.classes:includes("conflict") then return nil end
  div.attributes["typst:breakable"] = "false"
  return div
end

function Pandoc(doc)
  if FORMAT:match("html") then
    if not quarto then
      doc.meta.scripts = { "charts.js" }
      return doc
    end
    quarto.doc.add_html_dependency({ name = "charts", version = "1", scripts = { { path = "charts.js", afterBody = true } } })
    scholarly(doc.meta)
    return doc:walk({ Table = wrap, Image = lazy })
  end
  if FORMAT:match("docx") then doc = doc:walk({ Image = picture }) end
  if FORMAT:match("typst") then doc = doc:walk({ Div = keep_whole }) end
  site = read_site(doc.meta)
  doc:walk({ Span = function(span) if span.identifier:match("^n%-") then rows[span.identifier] = true end end })
  return doc:walk({ Link = lead })
end
