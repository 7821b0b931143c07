using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace SeizureIntel.Etl.Screening;

/// <summary>User names in prose that no list announces: a word that none knows with digits right behind (moorhuhn1983), and, where a network or an
/// alias is told of, small letters that points join (lena.imports).</summary>
internal sealed partial class UserNameFinder(ScreeningLists lists, PhraseBook book, NumberContext context)
{
    private const int ShortestWord = 5;

    private readonly Regex _han = lists.Pattern(
        ScreeningLists.HanList,
        @"{user_name}[:：为為是叫]?[“""「]?(?<id>[A-Za-z0-9_.-]{4,30}|[\u4e00-\u9fff]{2,8}?(?=[在于於的发發卖賣售出兜，,。；;、”""」]|$))"
    );

    private readonly string[] _hanCues = [.. lists.Words(ScreeningLists.HanList, "user_name")];

    /// <summary>Adds the user names of a text.</summary>
    public void Find(string text, TextSigns signs, List<MaskedSpan> found)
    {
        if (signs.HasHan && Array.Exists(_hanCues, c => text.Contains(c, StringComparison.Ordinal)))
            Add(_han.Match(text), found);
        bool? isNetwork = null;
        for (Match match = Names().Match(text); match.Success; match = match.NextMatch())
        {
            int length = match.ValueSpan.TrimEnd('.').Length;
            ReadOnlySpan<char> name = text.AsSpan(match.Index, length);
            if (
                name.Contains('.')
                    ? IsNetwork() && IsStrange(name)
                    : IsWordWithDigits(name) && (!IsKnown(WordOf(name)) || IsNetwork() && IsSmall(name))
            )
                Add(match.Index, length, found);
        }

        bool IsNetwork() => isNetwork ??= TellsOfNetwork(text);
    }

    private static void Add(Match match, List<MaskedSpan> found)
    {
        for (; match.Success; match = match.NextMatch())
            Add(match.Groups["id"].Index, match.Groups["id"].Length, found);
    }

    private static void Add(int start, int length, List<MaskedSpan> found)
    {
        if (!found.Exists(f => f.Start < start + length && start < f.Start + f.Length))
            found.Add(new MaskedSpan(NominalKind.Handle, start, length));
    }

    private static bool IsWordWithDigits(ReadOnlySpan<char> name)
    {
        ReadOnlySpan<char> letters = WordOf(name);
        return letters.Length >= ShortestWord && name.Length - letters.Length is >= 2 and <= 4 && letters.ContainsAnyInRange('a', 'z');
    }

    private static ReadOnlySpan<char> WordOf(ReadOnlySpan<char> name)
    {
        int end = name.IndexOfAnyInRange('0', '9');
        return end < 0 ? name : name[..end];
    }

    private static bool IsSmall(ReadOnlySpan<char> name) => !name.ContainsAnyInRange('A', 'Z');

    // One part at least that is no word: "seized.the" is a sentence without its blank.
    private bool IsStrange(ReadOnlySpan<char> name)
    {
        foreach (Range range in name.Split('.'))
        {
            ReadOnlySpan<char> part = name[range];
            if (part.Length > 0 && (part.ContainsAnyInRange('0', '9') || (part.Length > 2 && !IsKnown(part))))
                return true;
        }

        return false;
    }

    private bool IsKnown(ReadOnlySpan<char> word)
    {
        if (word.Length > NameLexicon.LongestWord || context.IsWord(word) || context.IsDesignation(word) || lists.NotNames.Contains(word))
            return true;
        Span<char> buffer = stackalloc char[NameLexicon.LongestWord];
        NameSign sign = lists.BareNames.Lexicon.Find(Letters.Fold(word, buffer)).Sign;
        return (sign & (NameSign.Never | NameSign.Goods | NameSign.Head | NameSign.Place)) != 0;
    }

    private bool TellsOfNetwork(string text)
    {
        for (int i = 0; i < text.Length; )
        {
            int end = Explanations.EndOfWord(text, i);
            if (end == i)
            {
                i++;
                continue;
            }

            if (end - i <= NameLexicon.LongestWord && book.Is(PhraseTokens.Fold(text[i..end]), Introduction.Handle))
                return true;
            i = end;
        }

        return false;
    }

    [GeneratedRegex(
        @"(?<![\p{L}\p{N}@./\\_<#-])(?:[A-Za-z][A-Za-z]{4,20}\d{2,4}|[a-z][a-z0-9]{1,20}(?:\.[a-z0-9]{2,20}){1,3})(?![\p{L}\p{N}@/\\_-]|\.[\p{L}\p{N}])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Names();
}
