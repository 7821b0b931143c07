using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;

namespace SeizureIntel.Etl.Intake;

/// <summary>The tags and texts of a web page, one after another (HTML Living Standard, 13.2.5); comments, scripts and styles are passed over.</summary>
/// <remarks>No tree is built: of the page a tag or a text is held, whatever is nested in what.</remarks>
internal sealed class HtmlTokens(TextReader page, IntakeOptions options) : IDisposable
{
    private const int End = -1;
    private const int LongestName = 32;

    // What stands in these is no text of the page; the values that a list offers are not the one that was chosen.
    private static readonly HashSet<string> Passed = new(StringComparer.Ordinal)
    {
        "script",
        "style",
        "title",
        "comment",
        "textarea",
        "select",
        "template",
        "xmp",
        "iframe",
        "noembed",
        "noframes",
    };

    private readonly char[] _block = new char[1 << 14];
    private readonly StringBuilder _text = new();
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private int _at;
    private int _filled;

    /// <summary>The element's name in small letters; null where the token is a text.</summary>
    public string? Element { get; private set; }

    /// <summary>Whether the token ends its element.</summary>
    public bool IsEnd { get; private set; }

    /// <summary>The text, its entities read; empty for a tag.</summary>
    public string Text { get; private set; } = string.Empty;

    /// <summary>Whether the page broke off within a tag, a comment or a script.</summary>
    public bool IsCut { get; private set; }

    /// <summary>The number that an attribute of the tag states; null where it states none.</summary>
    public int? Number(string attribute) => _numbers.TryGetValue(attribute, out int number) ? number : null;

    /// <summary>Goes on to the next token; false at the end of the page.</summary>
    public bool Read()
    {
        if (Element is { } before && !IsEnd && Passed.Contains(before))
            PassTo(before);
        (Element, IsEnd, Text) = (null, false, string.Empty);
        _text.Clear();
        while (Next() is var c and not End)
        {
            if (c != '<')
            {
                Append((char)c);
                continue;
            }

            int sign = Peek();
            bool isEnd = sign == '/';
            if (!isEnd && sign is not ('!' or '?') && !IsLetter(sign))
            {
                Append('<');
                continue;
            }

            if (_text.Length > 0)
            {
                _at--;
                break;
            }

            if (Tag(isEnd))
                return true;
        }

        Text = HtmlText.Decoded(_text);
        return Text.Length > 0;
    }

    public void Dispose() => page.Dispose();

    // True where the tag is an element's; false where it is a comment.
    private bool Tag(bool isEnd)
    {
        if (isEnd)
            Next();
        int sign = Peek();
        if (!IsLetter(sign))
        {
            PassComment(isEnd);
            return false;
        }

        string name = Name();
        _numbers.Clear();
        while (Next() is var c && c != '>')
        {
            if (c == End)
            {
                IsCut = true;
                return false;
            }

            if (!IsLetter(c))
                continue;
            _at--;
            Attribute();
        }

        (Element, IsEnd) = (name, isEnd);
        return true;
    }

    // Its first signs are enough; a picture within it may be larger than the table.
    private void Attribute()
    {
        string name = Name();
        while (IsBlank(Peek()))
            Next();
        if (Peek() != '=')
            return;
        Next();
        while (IsBlank(Peek()))
            Next();
        int quote = Peek() is '"' or '\'' ? Next() : End;
        var value = new StringBuilder();
        while (Peek() is var c and not End)
        {
            if (quote == End ? IsBlank(c) || c == '>' : c == quote)
                break;
            Next();
            if (value.Length < LongestName)
                value.Append((char)c);
        }

        if (quote != End)
            Next();
        if (
            name is "colspan" or "rowspan"
            && int.TryParse(value.ToString().AsSpan().Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
        )
            _numbers.TryAdd(name, number);
    }

    // The first signs of a longer name are enough: it is none that is asked for.
    private string Name()
    {
        var name = new StringBuilder();
        while (Peek() is var c and not (End or '/' or '>' or '=') && !IsBlank(c))
        {
            Next();
            if (name.Length < LongestName)
                name.Append(char.ToLowerInvariant((char)c));
        }

        return name.ToString();
    }

    // A comment ends with --> or --!>, and with the > of <!--> and <!--->; anything else that begins so with the next >.
    private void PassComment(bool isEnd)
    {
        bool isComment = !isEnd && Next() == '!' && Peek() == '-' && Next() == '-' && Peek() == '-';
        if (isComment)
            Next();
        int dashes = 0;
        bool isBang = false,
            isBegun = false;
        while (Next() is var c)
        {
            if (c == End)
            {
                IsCut = true;
                return;
            }

            if (c == '>' && (!isComment || !isBegun || isBang || dashes >= 2))
                return;
            isBang = c == '!' && dashes >= 2;
            dashes = c == '-' ? dashes + 1 : 0;
            isBegun |= c != '-';
        }
    }

    // Up to the end tag of an element whose content is no text of the page; the tag itself is passed over as well.
    private void PassTo(string element)
    {
        while (Next() is var c)
        {
            if (c == End)
            {
                IsCut = true;
                return;
            }

            if (c != '<' || Peek() != '/')
                continue;
            Next();
            if (IsLetter(Peek()) && Name() == element)
            {
                while (Next() is not ('>' or End)) { }
                return;
            }
        }
    }

    private void Append(char c)
    {
        _text.Append(c);
        if (_text.Length > options.MaxLineCharacters)
            throw Unreadable.TooLong(options.MaxLineCharacters, null);
    }

    private int Next()
    {
        int c = Peek();
        _at += c == End ? 0 : 1;
        return c;
    }

    private int Peek()
    {
        if (_at < _filled)
            return _block[_at];
        try
        {
            // The sign before stays, so that one step back is always possible.
            int kept = _filled > 0 ? 1 : 0;
            if (kept > 0)
                _block[0] = _block[_filled - 1];
            int read = page.Read(_block, kept, _block.Length - kept);
            (_at, _filled) = (kept, kept + read);
            return read == 0 ? End : _block[_at];
        }
        catch (DecoderFallbackException)
        {
            throw Unreadable.WrongEncoding("not in the encoding that the page states or its bytes tell");
        }
        catch (InvalidDataException)
        {
            throw Unreadable.TruncatedGzip();
        }
    }

    private static bool IsLetter(int c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    private static bool IsBlank(int c) => c is ' ' or '\t' or '\r' or '\n' or '\f';
}
