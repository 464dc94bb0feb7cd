--[[
The part of the Quarto dialect that pandoc does not know: callouts, numbered cross-references, conditional content,
page breaks, links between pages, tables that scroll, folded notebook code. One filter for html, typst and docx.
The renderer passes its settings under the metadata key `rendering`; problems go to stderr as lines `PROBLEM: ...`.
]]

local settings = {}
local labels = {}
local numbers = {}        -- id -> { label, number }
local counts = { fig = 0, tbl = 0 }
local format = FORMAT:match("html") and "html" or FORMAT:match("typst") and "typst" or FORMAT:match("docx") and "docx" or FORMAT
local cites_used = false
local base_level = nil
local has_refs = false

local CALLOUTS = { "note", "tip", "warning", "important", "caution" }

local function problem(text)
  io.stderr:write("PROBLEM: " .. text .. "\n")
end

local function text_of(value)
  return value and pandoc.utils.stringify(value) or ""
end

local function read_settings(meta)
  for key, value in pairs(meta.rendering or {}) do
    if key == "labels" then
      for name, label in pairs(value) do labels[name] = text_of(label) end
    elseif type(value) == "boolean" then
      settings[key] = value
    else
      settings[key] = text_of(value)
    end
  end
  meta.rendering = nil
end

-- Conditional content -------------------------------------------------------------------------------------------

local function names_this_format(wanted)
  if wanted == nil then return true end
  local mine = { html = { html = true }, typst = { typst = true, pdf = true }, docx = { docx = true } }
  return (mine[format] or {})[wanted] or false
end

local function is_shown(el)
  local visible, hidden = el.classes:includes("content-visible"), el.classes:includes("content-hidden")
  if not (visible or hidden) then return true end
  local holds = names_this_format(el.attributes["when-format"])
  if el.attributes["unless-format"] then holds = holds and not names_this_format(el.attributes["unless-format"]) end
  return (visible and holds) or (hidden and not holds)
end

local function drop_hidden(el)
  if not is_shown(el) then return {} end
end

-- Callouts ------------------------------------------------------------------------------------------------------

local function callout_kind(el)
  for _, kind in ipairs(CALLOUTS) do
    if el.classes:includes("callout-" .. kind) then return kind end
  end
end

local function html_callout(el, kind, title)
  local head = pandoc.Div({ pandoc.Plain(title) }, pandoc.Attr("", { "callout-title" }))
  local body = pandoc.Div(el.content, pandoc.Attr("", { "callout-body" }))
  if el.attributes.collapse then
    local open = el.attributes.collapse == "false" and " open" or ""
    return pandoc.Div({
      pandoc.RawBlock("html", "<details" .. open .. "><summary>"), pandoc.Plain(title),
      pandoc.RawBlock("html", "</summary>"), body, pandoc.RawBlock("html", "</details>"),
    }, pandoc.Attr(el.identifier, { "callout", "callout-" .. kind }))
  end
  return pandoc.Div({ head, body }, pandoc.Attr(el.identifier, { "callout", "callout-" .. kind }, { role = "note" }))
end

local function callout(el)
  local kind = callout_kind(el)
  if not kind then return nil end
  local title = { pandoc.Str(labels["callout-" .. kind] or kind) }
  if el.content[1] and el.content[1].t == "Header" then
    title = el.content[1].content
    el.content:remove(1)
  end
  if format == "html" then return html_callout(el, kind, title) end
  if format == "typst" then
    local blocks = pandoc.Blocks({ pandoc.RawBlock("typst", '#callout("' .. kind .. '")['), pandoc.Plain(title), pandoc.RawBlock("typst", "][") })
    blocks:extend(el.content)
    blocks:insert(pandoc.RawBlock("typst", "]"))
    return blocks
  end
  return pandoc.BlockQuote(pandoc.Blocks({ pandoc.Para({ pandoc.Strong(title) }) }) .. el.content)
end

-- Figures and tables in divs --------------------------------------------------------------------------------------

local function last_paragraph(el)
  local last = el.content[#el.content]
  if last and last.t == "Para" and #el.content > 1 then
    el.content:remove(#el.content)
    return pandoc.Blocks({ pandoc.Plain(last.content) })
  end
end

local function float_from_div(el)
  if el.identifier == "refs" then has_refs = true end
  local kind = el.identifier:match("^(%a+)%-")
  if kind == "tbl" then
    local caption = last_paragraph(el)
    for _, block in ipairs(el.content) do
      if block.t == "Table" then
        block.identifier = el.identifier
        block.classes:extend(el.classes)
        if caption then block.caption = { long = caption } end
        return el.content
      end
    end
  elseif kind == "fig" then
    local inner = el.content[1]
    if #el.content == 1 and inner.t == "Figure" then
      inner.identifier = el.identifier
      return inner
    end
    local caption = last_paragraph(el)
    if caption then return pandoc.Figure(el.content, { long = caption }, pandoc.Attr(el.identifier, el.classes)) end
  end
end

-- Numbers of sections, figures and tables -----------------------------------------------------------------------

local function find_base_level(doc)
  doc:walk({ Header = function(h) if not base_level or h.level < base_level then base_level = h.level end end })
  base_level = base_level or 1
end

local section = {}

local function number_header(el)
  if el.classes:includes("unnumbered") then return nil end
  local depth = el.level - base_level + 1
  for level = #section + 1, depth do section[level] = 0 end
  section[depth] = section[depth] + 1
  for level = depth + 1, #section do section[level] = nil end
  local number = table.concat(section, ".")
  if settings["number-sections"] then
    el.attributes.number = number
    if el.identifier:match("^sec%-") then numbers[el.identifier] = { label = labels.sec, number = number } end
  end
  return el
end

-- A label without a place for its number is followed by it: "Figure 1" and "图1", but "第6.1节".
local function named(label, number)
  local pattern = label:find("%s", 1, true) and label or label .. (settings.ideographic and "" or "\u{a0}") .. "%s"
  return (pattern:gsub("%%s", number))
end

local function label_inlines(kind, number)
  local label = pandoc.Str(named(labels[kind] or kind, number))
  local closing = settings["after-number"]
  if format == "html" then
    return { pandoc.Span({ label, pandoc.Str(closing) }, pandoc.Attr("", { "caption-label" })) }
  end
  return { pandoc.Strong({ label }), pandoc.Str(closing) }
end

local function number_float(el, kind)
  if not el.identifier:match("^" .. kind .. "%-") then return nil end
  if numbers[el.identifier] then problem("the id #" .. el.identifier .. " is given to two exhibits of one page") end
  counts[kind] = counts[kind] + 1
  numbers[el.identifier] = { label = labels[kind], number = tostring(counts[kind]) }
  local first = el.caption.long[1]
  local long = pandoc.Blocks(el.caption.long)
  if first then
    local inlines = pandoc.Inlines(label_inlines(kind, counts[kind]))
    inlines:extend(first.content)
    long[1] = pandoc.Plain(inlines)
  else
    long = pandoc.Blocks({ pandoc.Plain(label_inlines(kind, counts[kind])) })
  end
  el.caption = { long = long }
  return el
end

-- Cross-references ----------------------------------------------------------------------------------------------

local KINDS = { fig = true, tbl = true, sec = true }

local function reference(citation)
  local target = numbers[citation.id]
  if not target then
    local ascii = citation.id:match("^[%w-]+")
    local advice = ascii ~= citation.id and numbers[ascii] and ", write [@" .. ascii .. "] before a Chinese character" or ""
    problem("unknown reference @" .. citation.id .. advice)
    return pandoc.Str("?" .. citation.id)
  end
  local bare = citation.mode == "SuppressAuthor"
  local prefix = #citation.prefix > 0 and text_of(citation.prefix) or target.label
  local text = bare and target.number or named(prefix, target.number)
  return pandoc.Link({ pandoc.Str(text) }, "#" .. citation.id, "", pandoc.Attr("", { "crossref" }))
end

local function resolve_cite(el)
  local links = pandoc.Inlines({})
  for _, citation in ipairs(el.citations) do
    if not KINDS[citation.id:match("^(%a+)%-") or ""] then
      cites_used = true
      return nil
    end
    if #links > 0 then links:insert(pandoc.Str(settings["between-references"])) end
    links:insert(reference(citation))
  end
  return links
end

-- Links and images ----------------------------------------------------------------------------------------------

local function from_root(target)
  if target:match("^/[^/]") then return (settings.root or "") .. target:sub(2) end
  return target
end

local function page_address(target)
  if target:match("^%a[%w+.-]*:") or target:match("^#") then return target end
  local path, rest = target:match("^([^#?]*)(.*)$")
  path = path:gsub("%.qmd$", ".html"):gsub("%.ipynb$", ".html")
  return path .. rest
end

local function fix_link(el)
  if el.attributes.download and not el.target:match("^%a[%w+.-]*:") then
    el.target = from_root(el.target)
    return el
  end
  el.target = page_address(from_root(el.target))
  if format ~= "html" and not el.target:match("^%a[%w+.-]*:") and not el.target:match("^#") then
    el.target = (settings["site-base"] or "") .. el.target
  end
  return el
end

local function typst_string(text)
  return '"' .. text:gsub("\\", "\\\\"):gsub('"', '\\"'):gsub("%s+", " ") .. '"'
end

local function typst_length(width)
  local pixels = width:match("^(%d+)px$") or width:match("^(%d+)$")
  return pixels and string.format("%.1fpt", tonumber(pixels) * 0.75) or width
end

-- pandoc's own typst writer leaves alternative texts out, which PDF/UA asks for: pictures and formulas are written here.
local function typst_image(el, alt)
  local src = el.src
  if not src:match("^/") then src = "/" .. (settings.folder or "") .. src end
  local width = el.attributes.width and ", width: " .. typst_length(el.attributes.width) or ""
  return pandoc.RawInline("typst", "#box(image(" .. typst_string(src) .. ", alt: " .. typst_string(alt) .. width .. "))")
end

local function typst_math(el)
  if format ~= "typst" then return nil end
  local code = pandoc.write(pandoc.Pandoc({ pandoc.Plain({ el }) }), "typst"):gsub("^%s+", ""):gsub("%s+$", "")
  local block = el.mathtype == "DisplayMath" and "true" or "false"
  return pandoc.RawInline("typst", "#math.equation(block: " .. block .. ", alt: " .. typst_string(el.text) .. ", " .. code .. ")")
end

local function fix_image(el)
  local alt = el.attributes["fig-alt"] or el.attributes.alt
  el.attributes["fig-alt"], el.attributes.alt = nil, nil
  if format == "html" then
    el.attributes.loading = "lazy"
    el.src = from_root(el.src)
    el.caption = { pandoc.Str(alt or text_of(el.caption)) }
  elseif format == "typst" then
    return typst_image(el, alt or text_of(el.caption))
  else
    el.src = from_root(el.src):gsub("%.svg$", ".png")
    el.caption = { pandoc.Str(alt or text_of(el.caption)) }
  end
  return el
end

-- A chart shrinks with the screen until its letters are small: it is a link to the picture alone.
local function enlarge(el)
  if format ~= "html" then return nil end
  return el:walk({
    Image = function(image) return pandoc.Link({ image }, image.src, "", pandoc.Attr("", { "enlarge" })) end,
  })
end

-- Tables --------------------------------------------------------------------------------------------------------

-- A table with a caption names its widths where they matter; without, typst fits the columns itself, so that no number
-- is cut. A table without a caption is generated, and its dashes give the widths.
local function apply_widths(el)
  local widths = el.attributes["tbl-colwidths"]
  el.attributes["tbl-colwidths"] = nil
  if not widths then
    if format == "typst" and #el.caption.long > 0 then
      for i, spec in ipairs(el.colspecs) do
        el.colspecs[i] = { spec[1] == "AlignDefault" and "AlignLeft" or spec[1], nil }
      end
    end
    return
  end
  local total, list = 0, {}
  for width in widths:gmatch("[%d.]+") do
    list[#list + 1] = tonumber(width)
    total = total + tonumber(width)
  end
  if #list ~= #el.colspecs then return end
  for i, width in ipairs(list) do el.colspecs[i] = { el.colspecs[i][1], width / total } end
end

-- From here on a table is wider than a phone: columns of one word each made rows so tall that three filled the screen.
local MANY = 5

local function html_table(el)
  local caption, id = el.caption.long, el.identifier
  local name = text_of(caption)
  -- Only a table with a name of its own is a landmark. A list, for Lua walks a table of names in another order each run.
  local role = name ~= "" and "region" or "group"
  local attributes = { { "role", role }, { "tabindex", "0" }, { "aria-label", name ~= "" and name or labels.tbl } }
  local wrap = pandoc.Attr("", { "table-wrap" }, attributes)
  if #el.colspecs >= MANY then wrap.classes:insert("many-columns") end
  if #caption == 0 then return pandoc.Div({ el }, wrap) end
  local classes = pandoc.List({ "table-figure" })
  classes:extend(el.classes)
  el.caption = { long = {} }
  el.identifier = ""
  return pandoc.Figure({ pandoc.Div({ el }, wrap) }, { long = caption }, pandoc.Attr(id, classes))
end

local function fix_table(el)
  apply_widths(el)
  if format == "html" then return html_table(el) end
  if format == "typst" then
    -- The more columns, the smaller; the widths of a table with a caption are reckoned for the same sizes. A size of the
    -- template's own would be set within this one, and all tables had it.
    local columns = #el.colspecs
    local small = columns >= 6 or el.classes:includes("small")
    el.attributes["typst:text:size"] = columns >= 9 and "7pt" or small and "7.5pt" or "8.5pt"
  end
  return el
end

-- Notebook cells -----------------------------------------------------------------------------------------

local function fold_code(el)
  local code = el.content[1]
  if not code or code.t ~= "CodeBlock" then return nil end
  code.text = code.text:gsub("^#|[^\n]*\n", ""):gsub("\n#|[^\n]*", "")
  if format ~= "html" then return nil end
  local folded = pandoc.Blocks({
    pandoc.RawBlock("html", '<details class="code-fold"><summary>' .. (labels.code or "Code") .. "</summary>"), code,
    pandoc.RawBlock("html", "</details>"),
  })
  for i = 2, #el.content do folded:insert(el.content[i]) end
  el.content = folded
  return el
end

local function wrap_raw_table(el)
  if format == "html" and el.format == "html" and el.text:match("<table") and not el.text:match("table%-wrap") then
    local _, columns = (el.text:match("<thead>.-</tr>") or ""):gsub("<t[hd][ >]", "")
    local classes = columns >= MANY and "table-wrap many-columns" or "table-wrap"
    local group = '<div class="' .. classes .. '" role="group" tabindex="0" aria-label="' .. (labels.tbl or "Table") .. '">'
    local text = el.text:gsub(' border="1"', ""):gsub("<th></th>", "<td></td>")
    return pandoc.RawBlock("html", group .. text .. "</div>")
  end
end

local function special_div(el)
  if el.classes:includes("code") and el.classes:includes("cell") then return fold_code(el) end
end

-- The document ----------------------------------------------------------------------------------------------------

local function add_references(doc)
  if has_refs or not cites_used then return end
  doc.blocks:insert(pandoc.Header(base_level, { pandoc.Str(labels.references) }, pandoc.Attr("references", { "unnumbered" })))
  doc.blocks:insert(pandoc.Div({}, pandoc.Attr("refs")))
end

local function shift_header(el)
  el.level = el.level - base_level + 1
  return el
end

function Pandoc(doc)
  read_settings(doc.meta)
  -- A function for spans is called for each of thousands on the pages of numbers: only where it has work to do.
  if settings.conditional then doc = doc:walk({ Div = drop_hidden, Span = drop_hidden }) end
  doc = doc:walk({ Div = function(el) return callout(el) or float_from_div(el) end })
  find_base_level(doc)
  doc = doc:walk({
    traverse = "topdown",
    Header = number_header,
    Figure = function(el) return number_float(el, "fig") end,
    Table = function(el) return number_float(el, "tbl") end,
  })
  doc = doc:walk({ Cite = resolve_cite })
  add_references(doc)
  return doc:walk({
    Link = fix_link, Image = fix_image, Math = typst_math, Figure = enlarge, Table = fix_table, Div = special_div,
    RawBlock = wrap_raw_table, Header = format ~= "html" and shift_header or nil,
  })
end
