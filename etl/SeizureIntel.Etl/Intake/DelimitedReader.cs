using System;
using System.Collections.Generic;
using System.IO;
using System.Text;

namespace SeizureIntel.Etl.Intake;

/// <summary>Cells of delimited text (RFC 4180; any of CRLF, LF and bare CR ends a record) out of a buffer that never holds more than one long record.</summary>
internal sealed class DelimitedReader(TextReader text, char delimiter, IntakeOptions limits, char quote = '"') : IDisposable
{
    private readonly List<CellPool> _pools = [];
    private readonly List<string> _cells = [];
    private char[] _buffer = new char[1 << 15];
    private int _start;
    private int _at;
    private int _end;
    private bool _isAtEnd;
    private int _recordNumber;
    private long _recordCharacters;

    /// <summary>The record's number, counting from 1 and counting blank ones.</summary>
    public int RecordNumber => _recordNumber;

    /// <summary>The next record's cells, or null after the last one; a blank line is one empty cell.</summary>
    public string[]? Read()
    {
        if (_at == _end && !Fill())
            return null;
        _recordNumber++;
        _recordCharacters = 0;
        _cells.Clear();
        while (true)
        {
            char ended = ReadCell();
            if (_cells.Count > limits.MaxColumns)
                throw Unreadable.TooManyColumns(limits.MaxColumns);
            if (ended != delimiter)
                break;
        }

        return _cells.ToArray();
    }

    public void Dispose() => text.Dispose();

    // Returns the delimiter where another cell follows, else a line end.
    private char ReadCell()
    {
        if (_at == _end && !Fill())
        {
            Add([]);
            return '\n';
        }

        if (_buffer[_at] == quote)
            return ReadQuoted();
        _start = _at;
        while (true)
        {
            int found = _buffer.AsSpan(_at, _end - _at).IndexOfAny(delimiter, '\n', '\r');
            if (found >= 0)
            {
                _at += found;
                Add(_buffer.AsSpan(_start, _at - _start));
                return TakeEnd();
            }

            _at = _end;
            if (Fill())
                continue;
            Add(_buffer.AsSpan(_start, _end - _start));
            _start = _at;
            return '\n';
        }
    }

    private char ReadQuoted()
    {
        int openedIn = _recordNumber;
        StringBuilder? pieces = null;
        _at++;
        _start = _at;
        while (true)
        {
            int found = _buffer.AsSpan(_at, _end - _at).IndexOf(quote);
            if (found < 0)
            {
                _at = _end;
                if (Fill())
                    continue;
                throw new UnreadableFileException(
                    "unclosed_quote",
                    $"A quotation mark opened in row {openedIn} is never closed, so the rest of the file would be one cell.",
                    "Close the quotation mark in that row, or double it where it belongs to the text."
                );
            }

            _at += found + 1;
            if (_at == _end)
            {
                // Whether the mark is doubled is only known from the character after it.
                Fill();
            }

            if (_at < _end && _buffer[_at] == quote)
            {
                pieces ??= new StringBuilder();
                pieces.Append(_buffer, _start, _at - _start);
                if (pieces.Length > limits.MaxLineCharacters)
                    throw Unreadable.TooLong(limits.MaxLineCharacters, _recordNumber);
                _at++;
                _start = _at;
                continue;
            }

            return CloseQuoted(pieces);
        }
    }

    private char CloseQuoted(StringBuilder? pieces)
    {
        int close = _at - 1;
        if (_at < _end && (_buffer[_at] == delimiter || _buffer[_at] is '\n' or '\r'))
        {
            AddPieces(pieces, _buffer.AsSpan(_start, close - _start));
            return TakeEnd();
        }

        if (_at == _end)
        {
            AddPieces(pieces, _buffer.AsSpan(_start, close - _start));
            _start = _at;
            return '\n';
        }

        // Text after a closing mark is malformed; it is kept as written, as spreadsheets do.
        pieces ??= new StringBuilder();
        pieces.Append(_buffer, _start, close - _start);
        _start = _at;
        while (true)
        {
            int found = _buffer.AsSpan(_at, _end - _at).IndexOfAny(delimiter, '\n', '\r');
            bool isEnd = false;
            if (found >= 0)
            {
                _at += found;
            }
            else
            {
                _at = _end;
                if (Fill())
                    continue;
                isEnd = true;
            }

            AddPieces(pieces, _buffer.AsSpan(_start, _at - _start));
            if (!isEnd)
                return TakeEnd();
            _start = _at;
            return '\n';
        }
    }

    private char TakeEnd()
    {
        char ended = _buffer[_at++];
        _start = _at;
        if (ended != '\r')
            return ended;
        if (_at == _end)
            Fill();
        if (_at < _end && _buffer[_at] == '\n')
            _at++;
        _start = _at;
        return '\n';
    }

    private void AddPieces(StringBuilder? pieces, ReadOnlySpan<char> last)
    {
        if (pieces is null)
            Add(last);
        else
            Add(pieces.Append(last).ToString());
    }

    private void Add(ReadOnlySpan<char> cell)
    {
        _recordCharacters += cell.Length + 1;
        if (_recordCharacters > limits.MaxLineCharacters + 1L)
            throw Unreadable.TooLong(limits.MaxLineCharacters, _recordNumber);
        if (_cells.Count == _pools.Count)
            _pools.Add(new CellPool());
        _cells.Add(_pools[_cells.Count].Intern(cell));
    }

    // Keeps what belongs to the open cell (from _start) and reads on behind it; false at the end of the text.
    private bool Fill()
    {
        if (_isAtEnd)
            return false;
        int kept = _end - _start;
        if (kept > limits.MaxLineCharacters)
            throw Unreadable.TooLong(limits.MaxLineCharacters, _recordNumber);
        char[] target = kept > _buffer.Length / 2 ? new char[_buffer.Length * 2] : _buffer;
        Array.Copy(_buffer, _start, target, 0, kept);
        _buffer = target;
        _at -= _start;
        _start = 0;
        int read = text.Read(_buffer, kept, _buffer.Length - kept);
        _end = kept + read;
        _isAtEnd = read == 0;
        return read > 0;
    }
}
