-- A user of Neovim, from 0.7 on: opens a program, runs it in a shell, looks, asks, chooses, saves.
-- SCENARIO (a function of `scenarios`) says what is done; what was seen is written to REPORT as JSON.

local seen = { notified = {}, version = tostring(vim.fn.matchstr(vim.fn.execute('version'), 'NVIM v\\zs\\S\\+')) }

vim.notify = function(message, level)
  table.insert(seen.notified, { message = message, level = level or vim.log.levels.INFO })
end

local function now()
  return vim.loop.hrtime() / 1e9
end

local function wait(seconds, ready)
  local value
  vim.wait(seconds * 1000, function()
    value = ready()
    return value
  end, 10)
  return value
end

local function lines(buffer)
  return vim.api.nvim_buf_get_lines(buffer or 0, 0, -1, false)
end

local function messages()
  return vim.fn.execute('messages')
end

-- The client is there when the server has said what it can.
local function attached()
  return wait(20, function()
    local clients = (vim.lsp.get_clients or vim.lsp.get_active_clients)({ bufnr = 0, name = 'tracemend' })
    for _, client in pairs(clients) do
      local mine = client.attached_buffers and client.attached_buffers[vim.api.nvim_get_current_buf()]
      if mine and client.name == 'tracemend' and client.server_capabilities and client.server_capabilities.hoverProvider then
        return true
      end
    end
  end) or false
end

-- A shell beside the editor: exit status, and the moment in which it ended.
local function shell(command)
  local status, ended
  vim.fn.jobstart({ 'sh', '-c', command }, {
    on_exit = function(_, code)
      status, ended = code, now()
    end,
  })
  wait(60, function()
    return status ~= nil
  end)
  return status, ended
end

local function run(program)
  return shell('tracemend run -- python ' .. program)
end

local function ours(buffer)
  return vim.tbl_filter(function(one)
    return one.source == 'tracemend'
  end, vim.diagnostic.get(buffer or 0))
end

local function run_until_shown(program)
  local there = #ours() > 0
  local status, ended = run(program)
  local found = wait(10, function()
    local all = ours()
    return #all > 0 and all
  end)
  local delay = now() - ended
  if there then
    vim.wait(700) -- those of the run before are shown until these have come
    found = ours()
  end
  return status, found or {}, delay
end

local function float()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then
      return window
    end
  end
end

-- K: what the floating window shows.
local function hover()
  vim.lsp.buf.hover()
  local window = wait(10, float)
  if not window then
    return nil
  end
  local text = lines(vim.api.nvim_win_get_buf(window))
  vim.api.nvim_win_close(window, true)
  return text
end

-- gra: the menu's lines. The one named `wanted` is chosen, none if it is nil.
local function menu(wanted, ask)
  local titles
  vim.ui.select = function(items, options, choose)
    titles = {}
    local at
    for number, item in ipairs(items) do
      titles[number] = options.format_item and options.format_item(item) or tostring(item)
      if titles[number] == wanted then
        at = number
      end
    end
    choose(at and items[at] or nil, at)
  end
  local told, open_menu = #seen.notified, ask or vim.lsp.buf.code_action
  open_menu()
  wait(10, function()
    return titles ~= nil or #seen.notified > told
  end)
  return titles or {}
end

local function opened(known)
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    local buffer = vim.api.nvim_win_get_buf(window)
    if not known[buffer] and vim.api.nvim_buf_get_name(buffer) ~= '' then
      return { name = vim.api.nvim_buf_get_name(buffer), lines = lines(buffer), filetype = vim.bo[buffer].filetype }
    end
  end
end

-- Choose from the menu, and see what it has done: to the text, to the diagnostics, a file that was opened, a message.
local function choose(title, ask)
  local buffer, known = vim.api.nvim_get_current_buf(), {}
  for _, one in ipairs(vim.api.nvim_list_bufs()) do
    known[one] = true
  end
  local tick, before, count = vim.api.nvim_buf_get_changedtick(buffer), messages(), #ours(buffer)
  menu(title, ask)
  local effect = { title = title }
  wait(10, function()
    effect.opened = opened(known)
    effect.changed = vim.api.nvim_buf_get_changedtick(buffer) ~= tick
    effect.gone = #ours(buffer) < count
    local text = messages()
    effect.said = text ~= before and text:sub(1, #before) == before and text:sub(#before + 1) or nil
    return effect.opened or effect.changed or effect.gone or effect.said
  end)
  vim.wait(200) -- an error message would come after
  effect.lines = lines(buffer)
  return effect
end

-- As it was in the beginning: one window with the program, its old text saved.
local function fresh(program, text)
  vim.cmd('silent! only!')
  vim.cmd('buffer! ' .. program)
  vim.api.nvim_buf_set_lines(0, 0, -1, false, text)
  vim.cmd('silent write')
end

-- A program fails; its line is looked at; every action is tried once; the first one mends it.
local function program(name)
  vim.cmd('edit ' .. name)
  local text = lines()
  seen.attached = attached()
  local status, found, delay = run_until_shown(name)
  seen.first = { status = status, diagnostics = found, delay = delay }
  if #found == 0 then
    return
  end
  vim.api.nvim_win_set_cursor(0, { found[1].lnum + 1, found[1].col })
  seen.hover = hover()
  seen.menu = menu(nil)
  seen.effects = {}
  for _, title in ipairs(seen.menu) do
    fresh(name, text)
    local _, again = run_until_shown(name)
    if #again > 0 then
      vim.api.nvim_win_set_cursor(0, { again[1].lnum + 1, again[1].col })
      table.insert(seen.effects, choose(title))
    end
  end
  if not (seen.effects[1] and seen.effects[1].changed) then
    return -- a command: it is for the user to run it
  end
  fresh(name, text)
  local _, last = run_until_shown(name)
  vim.api.nvim_win_set_cursor(0, { last[1].lnum + 1, last[1].col })
  choose(seen.menu[1])
  vim.cmd('silent only!')
  vim.cmd('buffer ' .. name)
  vim.cmd('silent write')
  seen.again = { status = (run(name)) }
  wait(3, function()
    return #ours() == 0
  end)
  seen.again.left = #ours()
end

-- ggVG, then the menu.
local function on_selection()
  local escape = vim.api.nvim_replace_termcodes('<Esc>', true, false, true)
  if vim.fn.has('nvim-0.8') == 1 then
    vim.cmd('normal! ' .. escape)
    vim.cmd('normal! ggVG')
    vim.lsp.buf.code_action()
  else
    vim.cmd('normal! ggVG' .. escape)
    vim.lsp.buf.range_code_action()
  end
end

local function explain_selection()
  seen.attached = attached()
  local result = { menu = menu(nil, on_selection), effects = {} }
  local buffer = vim.api.nvim_get_current_buf()
  for _, title in ipairs(result.menu) do
    vim.cmd('silent! only!')
    vim.cmd('buffer! ' .. buffer)
    table.insert(result.effects, choose(title, on_selection))
  end
  vim.cmd('buffer! ' .. buffer)
  return result
end

local scenarios = {}

function scenarios.edit()
  program('report.py')
end

function scenarios.command()
  program('invoices.py')
end

-- A new buffer without a file, as the document says.
function scenarios.scratch()
  vim.cmd('enew')
  vim.api.nvim_buf_set_lines(0, 0, -1, false, vim.fn.readfile('foreign.txt'))
  vim.cmd('setfiletype text')
  seen.selection = explain_selection()
end

function scenarios.text()
  vim.cmd('edit foreign.txt')
  seen.selection = explain_selection()
end

-- Text that stands in a file as it was printed is explained without being selected.
function scenarios.hover_text()
  vim.cmd('edit printed.txt')
  seen.attached = attached()
  vim.api.nvim_win_set_cursor(0, { 5, 0 })
  seen.hover = hover()
end

function scenarios.log()
  vim.cmd('edit printed.log')
  seen.attached = attached()
  seen.diagnostics = wait(10, function()
    local all = ours()
    return #all > 0 and all
  end) or {}
end

-- The file is read anew (:edit, or after a formatter): Neovim forgets its diagnostics, and the server sends them.
function scenarios.reload()
  vim.cmd('edit report.py')
  seen.attached = attached()
  local _, found = run_until_shown('report.py')
  seen.before = #found
  local before = found[1] and found[1].lnum
  vim.fn.writefile(vim.list_extend({ '# A formatter was here.' }, lines()), 'report.py')
  vim.cmd('silent edit!')
  wait(5, function()
    local one = ours()[1]
    return one and one.lnum == before + 1
  end)
  seen.after = #ours()
  seen.moved = ours()[1] and ours()[1].lnum - before
end

-- What Pyright's client makes of a finding, set and cleared; docs/editors/neovim-diagnostics.lua passes it on.
function scenarios.diagnostics()
  dofile(os.getenv('FORWARDER'))
  vim.cmd('edit checked.py')
  seen.attached = attached()
  local space = vim.api.nvim_create_namespace('vim.lsp.pyright.1')
  local finding = {
    lnum = 3,
    end_lnum = 3,
    col = 37,
    end_col = 42,
    severity = vim.diagnostic.severity.ERROR,
    message = '"group" is not a known attribute of "None"',
    source = 'Pyright',
    code = 'reportOptionalMemberAccess',
  }
  finding.user_data = {
    lsp = {
      range = { start = { line = 3, character = 37 }, ['end'] = { line = 3, character = 42 } },
      severity = 1,
      message = finding.message,
      source = finding.source,
      code = finding.code,
      codeDescription = { href = 'https://example.org/reportOptionalMemberAccess' },
    },
  }
  vim.diagnostic.set(space, 0, { finding })
  vim.api.nvim_win_set_cursor(0, { 4, 38 })
  vim.wait(300) -- it is passed on as soon as Neovim is idle
  seen.hover = hover()
  seen.menu = menu(nil)
  seen.effect = choose(seen.menu[1])
  vim.cmd('silent undo')
  vim.diagnostic.set(space, 0, {})
  vim.wait(300)
  vim.api.nvim_win_set_cursor(0, { 4, 38 })
  vim.lsp.buf.hover()
  vim.wait(1500, function()
    return float() ~= nil
  end)
  seen.after = { menu = menu(nil), hover = float() ~= nil }
end

local ok, trouble = xpcall(scenarios[os.getenv('SCENARIO')], debug.traceback)
seen.trouble = not ok and trouble or nil
seen.messages = messages()
seen.log = (vim.lsp.log and vim.lsp.log.get_filename or vim.lsp.get_log_path)()
local file = io.open(os.getenv('REPORT'), 'w')
file:write(vim.json.encode(seen))
file:close()
vim.cmd('qall!')
