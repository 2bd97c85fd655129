-- Passes what other tools report (vim.diagnostic) on to Tracemend, which explains it on hover and offers fixes.
-- For Neovim 0.11 and newer: copy it to ~/.config/nvim/plugin/.

local sent, waiting = {}, {}

local function characters(buffer, line, column, encoding)
  local text = vim.api.nvim_buf_get_lines(buffer, line, line + 1, false)[1] or ''
  return { line = line, character = vim.str_utfindex(text, encoding, math.min(column, #text), false) }
end

local function finding(one, client)
  return {
    range = {
      start = characters(one.bufnr, one.lnum, one.col, client.offset_encoding),
      ['end'] = characters(one.bufnr, one.end_lnum or one.lnum, one.end_col or one.col, client.offset_encoding),
    },
    severity = one.severity,
    source = one.source,
    code = one.code,
    message = one.message,
  }
end

local function pass_on(buffer)
  waiting[buffer] = nil
  local client = vim.api.nvim_buf_is_loaded(buffer) and vim.lsp.get_clients({ bufnr = buffer, name = 'tracemend' })[1]
  if not client then
    sent[buffer] = nil
    return
  end
  local found = {}
  for _, one in ipairs(vim.diagnostic.get(buffer)) do
    if one.source ~= 'tracemend' then
      table.insert(found, finding(one, client))
    end
  end
  if not vim.deep_equal(found, sent[buffer] or {}) then
    sent[buffer] = found
    client:notify('tracemend/diagnostics', {
      uri = vim.uri_from_bufnr(buffer),
      version = vim.lsp.util.buf_versions[buffer],
      diagnostics = found,
    })
  end
end

vim.api.nvim_create_autocmd({ 'DiagnosticChanged', 'LspAttach' }, {
  callback = function(event)
    if not waiting[event.buf] then -- many changes at once are passed on once
      waiting[event.buf] = true
      vim.schedule(function()
        pass_on(event.buf)
      end)
    end
  end,
})
