using System;
using System.Collections.Generic;
using System.Text;

namespace SeizureIntel.Etl.Intake;

/// <summary>The rows of all tables of a page as they end; what stands in a table within a cell is not that cell's.</summary>
internal sealed class HtmlWalk(HtmlTokens tokens, IntakeOptions options) : IDisposable
{
    // Pages lay out tables in tables; none does so as deep.
    private const int Deepest = 64;

    private readonly List<OpenTable> _open = [];
    private readonly Queue<HtmlRow> _ended = [];
    private int _begun;
    private bool _isOver;

    /// <summary>Whether the page broke off within a table, a tag or a comment.</summary>
    public bool IsCut { get; private set; }

    /// <summary>The next row that ends, or the end of a table; null at the end of the page.</summary>
    public HtmlRow? Next()
    {
        while (_ended.Count == 0 && !_isOver)
        {
            if (tokens.Read())
            {
                Take();
                continue;
            }

            _isOver = true;
            IsCut = tokens.IsCut || _open.Count > 0;
            CloseAll();
        }

        return _ended.TryDequeue(out HtmlRow? row) ? row : null;
    }

    public void Dispose() => tokens.Dispose();

    private void Take()
    {
        OpenTable? table = _open.Count > 0 ? _open[^1] : null;
        if (tokens.Element is not { } element)
        {
            table?.Add(tokens.Text, options);
            return;
        }

        switch (element)
        {
            case "table" when tokens.IsEnd:
                Close();
                break;
            case "table":
                if (table is { IsInText: false })
                    Close();
                Open();
                break;
            case "body" or "html" when tokens.IsEnd:
                CloseAll();
                break;
            case "tr":
                EndRow(table);
                if (table is not null && !tokens.IsEnd)
                    table.Row = [];
                break;
            case "thead" or "tbody" or "tfoot":
                EndRow(table);
                if (table is not null && !tokens.IsEnd)
                    table.Section = element;
                else if (table?.Section == element)
                    table.Section = null;
                break;
            case "td" or "th" when !tokens.IsEnd:
                table?.Begin(tokens.Number("colspan"), tokens.Number("rowspan"), options);
                break;
            case "td" or "th" or "caption" when tokens.IsEnd:
                table?.End();
                break;
            case "caption":
                table?.BeginCaption();
                break;
            default:
                table?.Break(element);
                break;
        }
    }

    private void Open()
    {
        if (_open.Count == Deepest)
        {
            throw new UnreadableFileException(
                "deep_html",
                $"The web page has more than {Deepest} tables within one another; one table with one seizure a row was expected.",
                "Export the table alone, as CSV or XLSX."
            );
        }

        _open.Add(new OpenTable(_begun++));
    }

    private void EndRow(OpenTable? table)
    {
        table?.End();
        if (table?.Row is not { } row)
            return;
        _ended.Enqueue(new HtmlRow(table.Place, row, IsLast: false, table.Caption, _begun, table.Group));
        table.Row = null;
    }

    private void Close()
    {
        if (_open.Count == 0)
            return;
        OpenTable table = _open[^1];
        EndRow(table);
        _ended.Enqueue(new HtmlRow(table.Place, [], IsLast: true, table.Caption, _begun, table.Group));
        _open.RemoveAt(_open.Count - 1);
    }

    private void CloseAll()
    {
        while (_open.Count > 0)
            Close();
    }

    private sealed class OpenTable(int place)
    {
        private readonly StringBuilder _text = new();
        private (int Columns, int Rows)? _cell;
        private bool _isCaption;
        private long _characters;
        private List<HtmlCell>? _row;
        private string? _section;

        public int Place => place;

        public string Caption { get; private set; } = string.Empty;

        // The row that is open; null for none.
        public List<HtmlCell>? Row
        {
            get => _row;
            set
            {
                (_row, _characters) = (value, 0);
                if (value is not null)
                    _section ??= "tbody";
            }
        }

        // The head, body or foot that is open; null for none. Rows that stand in none are a body's.
        public string? Section
        {
            get => _section;
            set => (_section, Group) = (value, Group + 1);
        }

        // Counts what was begun and ended.
        public int Group { get; private set; }

        public bool IsInText => _cell is not null || _isCaption;

        public void Begin(int? columns, int? rows, IntakeOptions options)
        {
            End();
            Row ??= [];
            if (Row.Count >= options.MaxColumns)
                throw Unreadable.TooManyColumns(options.MaxColumns);
            _cell = (columns ?? 1, rows ?? 1);
        }

        public void BeginCaption()
        {
            End();
            _isCaption = true;
        }

        public void Add(string text, IntakeOptions options)
        {
            if (!IsInText)
                return;
            HtmlText.Append(_text, text);
            if (_characters + _text.Length > options.MaxLineCharacters)
                throw Unreadable.TooLong(options.MaxLineCharacters, null);
        }

        public void Break(string element)
        {
            if (IsInText)
                HtmlText.Break(_text, element);
        }

        public void End()
        {
            string text = _text.ToString().Trim();
            _text.Clear();
            _characters += text.Length;
            if (_cell is { } cell)
                Row!.Add(new HtmlCell(text, cell.Columns, cell.Rows));
            else if (_isCaption)
                Caption = text;
            (_cell, _isCaption) = (null, false);
        }
    }
}
