using System;
using System.Collections.Generic;
using System.Text.Json;
using SeizureIntel.Values;

namespace SeizureIntel.Storage.Keeping;

/// <summary>How stated codes and their texts are written into columns, and read back to the letter.</summary>
internal static class Written
{
    private const char Separator = ';';

    private static readonly string[] Precisions = ["DAY", "MONTH", "QUARTER", "YEAR"];

    public static string? Code(Stated stated) => stated.Code == NonValue.NotStated ? null : stated.Code;

    public static Stated Read(string? code, string? text) => code is null && text is null ? default : new(code ?? NonValue.NotStated, text);

    /// <summary>Codes parted by semicolons; null for none at all.</summary>
    /// <exception cref="ArgumentException">A code holds a semicolon.</exception>
    public static string? Codes(IReadOnlyList<Stated> stated)
    {
        if (stated.Count == 0)
            return null;
        if (stated.Count == 1)
            return Whole(stated[0].Code);
        var codes = new string[stated.Count];
        for (int i = 0; i < codes.Length; i++)
            codes[i] = Whole(stated[i].Code);
        return string.Join(Separator, codes);
    }

    /// <inheritdoc cref="Codes"/>
    public static string? Words(IReadOnlyList<string> words)
    {
        if (words.Count == 0)
            return null;
        foreach (string word in words)
            Whole(word);
        return words.Count == 1 ? words[0] : string.Join(Separator, words);
    }

    /// <summary>The texts of several codes as a JSON array; null where none has a text.</summary>
    public static string? Texts(IReadOnlyList<Stated> stated)
    {
        bool any = false;
        for (int i = 0; i < stated.Count; i++)
            any |= stated[i].Text is not null;
        if (!any)
            return null;
        var texts = new string?[stated.Count];
        for (int i = 0; i < texts.Length; i++)
            texts[i] = stated[i].Text;
        return JsonSerializer.Serialize(texts, StoredJson.Default.NullableTexts);
    }

    public static IReadOnlyList<Stated> ReadMany(string? codes, string? texts)
    {
        if (codes is null)
            return [];
        string?[]? written = texts is null ? null : JsonSerializer.Deserialize(texts, StoredJson.Default.NullableTexts);
        if (!codes.Contains(Separator, StringComparison.Ordinal))
            return [new(codes, written?[0])];
        string[] each = codes.Split(Separator);
        var stated = new Stated[each.Length];
        for (int i = 0; i < each.Length; i++)
            stated[i] = new(each[i], written?[i]);
        return stated;
    }

    public static IReadOnlyList<string> ReadWords(string? words) =>
        words is null ? []
        : words.Contains(Separator, StringComparison.Ordinal) ? words.Split(Separator)
        : [words];

    public static Quantity? ReadQuantity(decimal? amount, string? unit) => amount is { } value ? new(value, unit ?? "") : null;

    public static string Precision(DatePrecision precision) => Precisions[(int)precision];

    public static DatePrecision ReadPrecision(string code) => (DatePrecision)Array.IndexOf(Precisions, code);

    private static string Whole(string code) =>
        code.Contains(Separator, StringComparison.Ordinal)
            ? throw new ArgumentException(
                "A code of a field with several values holds a semicolon; code lists must not use it.",
                nameof(code)
            )
            : code;
}
