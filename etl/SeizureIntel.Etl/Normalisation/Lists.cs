using System;
using System.Buffers;
using System.Linq;
using SeizureIntel.CodeLists;
using SeizureIntel.Text;
using SeizureIntel.Values;

namespace SeizureIntel.Etl.Normalisation;

/// <summary>Looks code lists up.</summary>
internal static class Lists
{
    private const int ShortText = 64;

    private static readonly SearchValues<char> Signs = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
    );

    /// <summary>The list of a name; null where there is none.</summary>
    public static CodeList? Find(CodeListSet lists, string name) => lists.Lists.FirstOrDefault(l => l.Name == name);

    /// <summary>The word for a missing value that a text is (NOT_STATED for a text without letters and digits); null where it is a value.</summary>
    public static string? Missing(CodeList? nonValues, string text)
    {
        Span<char> key = stackalloc char[ShortText];
        bool isBlank = FoldedText.TryKey(text, key, out int length)
            ? length == 0
            : !text.AsSpan().ContainsAny(Signs) && FoldedText.Key(text).Length == 0;
        return isBlank ? NonValue.NotStated : nonValues?.Find(text)?.Value;
    }
}
