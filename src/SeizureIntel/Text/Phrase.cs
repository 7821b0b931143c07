using System;
using System.Collections.Generic;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace SeizureIntel.Text;

/// <summary>A text that every language can say: its English words with numbered places, and what fills them. It is written as an interpolated string,
/// whose places stay apart from its words.</summary>
[InterpolatedStringHandler]
public sealed class Phrase : IEquatable<Phrase>
{
    private readonly StringBuilder _template;
    private readonly List<object> _arguments;
    private string? _text;

    /// <summary>Begins a phrase; what follows is appended by the compiler.</summary>
    /// <param name="literalLength">Letters outside the places.</param>
    /// <param name="formattedCount">Number of places.</param>
    public Phrase(int literalLength, int formattedCount)
    {
        _template = new StringBuilder(literalLength);
        _arguments = new List<object>(formattedCount);
    }

    private Phrase(string template, IEnumerable<object> arguments, string? text)
    {
        _template = new StringBuilder(template);
        _arguments = [.. arguments];
        _text = text;
    }

    /// <summary>The English words with their places, such as <c>first seen on {0:yyyy-MM-dd}</c>: the key by which other languages know them.</summary>
    public string Template => _template.ToString();

    /// <summary>What fills the places: a number, a day, a word, a code or a phrase.</summary>
    public IReadOnlyList<object> Arguments => _arguments;

    /// <summary>The English text.</summary>
    public string Text =>
        _text ??= _arguments.Count == 0 ? Template : string.Format(CultureInfo.InvariantCulture, Template, _arguments.ToArray());

    /// <summary>A text without places.</summary>
    public static implicit operator Phrase(string text) => Of(text);

    /// <summary>A text without places.</summary>
    public static Phrase Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(text, [], text);
    }

    /// <summary>A phrase by its parts.</summary>
    /// <param name="template">The English words with their places.</param>
    /// <param name="arguments">What fills the places.</param>
    /// <param name="text">The English text where it is not the template filled; null where it is.</param>
    public static Phrase Of(string template, IReadOnlyList<object> arguments, string? text = null) => new(template, arguments, text);

    /// <summary>Several phrases behind one another.</summary>
    /// <param name="separator">What stands between them, such as <c>; </c>.</param>
    /// <param name="phrases">The phrases.</param>
    public static Phrase Join(string separator, IReadOnlyList<Phrase> phrases)
    {
        ArgumentNullException.ThrowIfNull(phrases);
        var joined = new Phrase(0, phrases.Count);
        for (int i = 0; i < phrases.Count; i++)
        {
            if (i > 0)
                joined.AppendLiteral(separator);
            joined.AppendFormatted(phrases[i]);
        }

        return joined;
    }

    /// <summary>Appends words.</summary>
    public void AppendLiteral(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        _template.Append(words.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
    }

    /// <summary>Appends a place and what fills it.</summary>
    /// <typeparam name="T">Kind of what fills it.</typeparam>
    /// <param name="argument">What fills it.</param>
    /// <param name="format">How English writes it, such as <c>#,0</c>; null for as it is.</param>
    public void AppendFormatted<T>(T argument, string? format = null)
    {
        _template.Append('{').Append(_arguments.Count.ToString(CultureInfo.InvariantCulture));
        if (format is not null)
            _template.Append(':').Append(format);
        _template.Append('}');
        _arguments.Add(
            argument switch
            {
                int or double or DateOnly or string or NamedCode or Phrase => argument,
                IFormattable other => other.ToString(format, CultureInfo.InvariantCulture),
                _ => argument?.ToString() ?? "",
            }
        );
    }

    /// <inheritdoc/>
    public bool Equals(Phrase? other) => other is not null && Text == other.Text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Phrase);

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
