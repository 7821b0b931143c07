using System;
using System.Buffers;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace SeizureIntel.Etl.Screening;

/// <summary>User names in prose that no list announces: a word that none knows with digits right behind (moorhuhn1983), and, where a network or an
/// alias is told of, small letters that points join (lena.imports).</summary>
internal sealed partial class UserNameFinder(ScreeningLists lists, PhraseBook book, NumberContext context)
{
    private const int ShortestWord = 5;
    private const int ShortestNetwork = 4;
    private const int MostWordsBehind = 3;

    private static readonly ulong Naming = PhraseBook.Bit(Introduction.Handle) | PhraseBook.Bit(Introduction.Profile);

    private readonly Regex _han = lists.Pattern(
        ScreeningLists.HanList,
        @"{user_name}[:：为為是叫]?[“""「]?(?<id>[A-Za-z0-9_.-]{4,30}|"
            + @"[\u4e00-\u9fff]{2,8}?(?=[在于於的发發卖賣售出兜，,。；;、”""」]|$))"
    );

    // Networks of one word: a text without any needs no second look.
    private readonly SearchValues<string> _networks = SearchValues.Create(
        [
            .. lists
                .Words(ScreeningLists.IntroducerList, "handle")
                .Where(static w => w.Length >= ShortestNetwork && !w.Contains(' ', StringComparison.Ordinal) && !TextSigns.IsHan(w[0])),
        ],
        StringComparison.OrdinalIgnoreCase
    );

    private readonly string[] _hanCues = [.. lists.Words(ScreeningLists.HanList, "user_name")];

    /// <summary>Adds the user names of a text.</summary>
    public void Find(string text, TextSigns signs, List<MaskedSpan> found)
    {
        if (signs.HasHan && Array.Exists(_hanCues, c => text.Contains(c, StringComparison.Ordinal)))
            Add(_han.Match(text), found);
        bool hasNetwork = text.AsSpan().ContainsAny(_networks);
        if (hasNetwork)
            FindBehindNetwork(text, found);
        if (!hasNetwork && !signs.HasDigit && !signs.HasDot && !signs.HasHan)
            return;
        bool? isNetwork = null;
        for (Match match = Names().Match(text); match.Success; match = match.NextMatch())
        {
            int length = match.ValueSpan.TrimEnd('.').Length;
            ReadOnlySpan<char> name = text.AsSpan(match.Index, length);
            bool isName =
                match.Groups["joined"].Success ? IsNetwork() && !IsKnown(name) && !IsNetworkName(name)
                : name.Contains('.') ? IsNetwork() && IsStrange(name)
                : IsWordWithDigits(name) && (!IsKnown(WordOf(name)) || IsNetwork() && IsSmall(name));
            if (isName)
                Add(match.Index, length, found);
        }

        bool IsNetwork() => isNetwork ??= TellsOfNetwork(text);
    }

    // "her instagram is marluna", "compte snapchat bluetiger": a word in small Latin letters that no list knows, soon behind a network, where another
    // word for accounts or "is" stands before it; "whatsapp group warned" names nobody.
    private void FindBehindNetwork(string text, List<MaskedSpan> found)
    {
        int left = 0;
        int naming = 0;
        for (int i = 0; i < text.Length; )
        {
            int end = Explanations.EndOfWord(text, i);
            if (end == i)
            {
                left = text[i] is ' ' or ':' or '"' or '\'' or '-' or '@' ? left : 0;
                i++;
                continue;
            }

            ReadOnlySpan<char> word = text.AsSpan(i, end - i);
            ulong uses = word.Length > NameLexicon.LongestWord ? 0 : book.Uses(PhraseTokens.Fold(text[i..end]));
            if ((uses & Naming) != 0)
            {
                naming++;
                left = MostWordsBehind;
            }
            else if (left > 0)
            {
                left--;
                naming += (uses & PhraseBook.Bit(Introduction.Connector)) != 0 ? 1 : 0;
                if (naming > 1 && word.Length >= ShortestWord && word.IndexOfAnyExceptInRange('a', 'z') < 0 && !IsKnown(word))
                {
                    int start = StartOfName(text, i);
                    end = EndOfName(text, end);
                    Add(start, end - start, found);
                    left = 0;
                }
            }

            i = end;
        }
    }

    // "rapazlumo09", "tordo-rapaz44", "kobra.tarik7": digits and what signs join belong to the name.
    private static int EndOfName(string text, int end)
    {
        while (
            end < text.Length
            && (
                char.IsAsciiLetterOrDigit(text[end])
                || (text[end] is '.' or '-' or '_' && end + 1 < text.Length && char.IsAsciiLetterOrDigit(text[end + 1]))
            )
        )
            end++;
        return end;
    }

    private static int StartOfName(string text, int start)
    {
        while (
            start > 0
            && (
                char.IsAsciiLetterOrDigit(text[start - 1])
                || (text[start - 1] is '.' or '-' or '_' && start > 1 && char.IsAsciiLetterOrDigit(text[start - 2]))
            )
        )
            start--;
        return start;
    }

    private bool IsNetworkName(ReadOnlySpan<char> word) => (book.Uses(PhraseTokens.Fold(word.ToString())) & Naming) != 0;

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
        @"(?<![\p{L}\p{N}@./\\_<#-](?<![\u4e00-\u9fff]))(?:[A-Za-z][A-Za-z]{4,20}\d{2,4}|[a-z][a-z0-9]{1,20}(?:\.[a-z0-9]{2,20}){1,3}|"
            + @"(?<joined>[A-Za-z]{2,15}(?:-[A-Za-z]{2,15}){1,2}\d{1,4}|[A-Z][a-z]{2,14}[A-Z][a-z]{2,14}\d{0,4}))"
            + @"(?![@/\\_-]|[\p{L}\p{N}](?<![\u4e00-\u9fff])|\.[\p{L}\p{N}])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Names();
}
