using System;
using System.Buffers;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace SeizureIntel.Etl.Screening;

/// <summary>User names in prose that no list announces: a word that none knows with digits right behind (moorhuhn1983), parts that underscores join,
/// and, where a network or an alias is told of, small letters that points join (lena.imports) and what stands in quotes or behind a colon.</summary>
internal sealed class UserNameFinder(ScreeningLists lists, PhraseBook book, NumberContext context)
{
    private const int ShortestWord = 5;
    private const int ShortestNetwork = 4;
    private const int MostWordsBehind = 3;
    private const int LongestRun = 40;
    private const int LongestTitle = 40;
    private const int MostWordsOfTitle = 5;
    private const int FewestOfDotted = 8;

    private const string HanEnds = @"在于於发發卖賣售出兜，,。；;、”\s";
    private const string HanEnd = "(?=[的" + HanEnds + "]|$)";
    private const string HanEndOfMention = "(?=[直晒曬" + HanEnds + "]|$)";
    private const string Mixed =
        @"[\u4e00-\u9fff]{0,8}[A-Za-z0-9_.-]*[A-Za-z_][A-Za-z.-]*[0-9_][A-Za-z0-9_.-]*(?:[\u4e00-\u9fff]{1,3}[0-9_][A-Za-z0-9_]*)?";

    private static readonly ulong Naming = PhraseBook.Bit(Introduction.Handle) | PhraseBook.Bit(Introduction.Profile);
    private static readonly ulong Connecting = PhraseBook.Bit(Introduction.Connector) | PhraseBook.Bit(Introduction.Number);

    private static readonly SearchValues<char> Openings = SearchValues.Create("«»„“”\"「《【‹‘");
    private static readonly SearchValues<char> Closings = SearchValues.Create("«»“”\"」》】›’");
    private static readonly SearchValues<char> ValueEnds = SearchValues.Create(";,؛،|\n()–—；，。\"«»“”");

    private readonly Regex _han = lists.Pattern(
        ScreeningLists.HanList,
        @"{user_name}[:：](?<id>[^\s:：;；,，。、|\n“”""「」]{2,24})|(?:{user_name}|{user_word}|@)[:：为為是叫]?[“""「《【‘](?<id>[^”""」》】’\n]{2,24})[”""」》】’]|"
            + @"{user_site}(?:上|里|店|群|号)?[“""「《](?<id>[^”""」》\n]{2,24})[”""」》]|"
            + @"{user_word}[:：为為是叫](?<id>[A-Za-z][A-Za-z0-9_.-]{3,30})|(?:{user_name}|{user_word})[:：为為是叫]?(?<id>"
            + Mixed
            + ")|{user_name}[:：为為是叫]?(?<id>[A-Za-z0-9_.-]{4,30}|[\u4e00-\u9fff]{2,8}?"
            + HanEnd
            + ")|@(?<id>[\u4e00-\u9fff][\u4e00-\u9fffA-Za-z0-9_-]{1,15}?"
            + HanEndOfMention
            + ")"
    );

    // Networks: a text without any needs no second look. Of the shortest only those with a colon count, for their letters stand in many words.
    private readonly SearchValues<string> _networks = SearchValues.Create(
        [
            .. lists
                .Words(ScreeningLists.IntroducerList, "handle")
                .Where(static w => !TextSigns.IsHan(w[0]))
                .Select(static w => w.TrimEnd('*'))
                .Select(static w => w.Length < ShortestNetwork ? w + ":" : w),
        ],
        StringComparison.OrdinalIgnoreCase
    );

    private readonly SearchValues<string> _hanCues = SearchValues.Create(
        [
            "@",
            .. lists.Words(ScreeningLists.HanList, "user_name"),
            .. lists.Words(ScreeningLists.HanList, "user_word"),
            .. lists.Words(ScreeningLists.HanList, "user_site"),
        ],
        StringComparison.Ordinal
    );

    /// <summary>Adds the user names of a text.</summary>
    public void Find(string text, TextSigns signs, List<MaskedSpan> found)
    {
        if (signs.HasHan && text.AsSpan().ContainsAny(_hanCues))
            Add(_han.Match(text), found);
        bool hasNetwork = text.AsSpan().ContainsAny(_networks);
        if (hasNetwork)
            FindBehindNetwork(text, found);
        if (!hasNetwork && !signs.HasDigit && !signs.HasDot && !signs.HasHan && !text.Contains('_', StringComparison.Ordinal))
            return;
        bool? isNetwork = null;
        for (int at = 0; at < text.Length; )
        {
            if (!IsSign(text[at]))
            {
                at++;
                continue;
            }

            UserNameShape shape = UserNameShape.Read(text, at, out int end);
            if (
                shape.MayBeName
                && end - at <= LongestRun
                && !(at > 0 && text[at - 1] is '@' or '/' or '\\' or '<' or '#' or '-' or '.')
                && !(end < text.Length && text[end] is '@' or '/' or '\\' or '-')
                && IsName(text, at, end, shape, ref isNetwork)
            )
                Add(at, end - at, found);
            at = end;
        }
    }

    private bool IsName(string text, int start, int end, UserNameShape shape, ref bool? isNetwork)
    {
        ReadOnlySpan<char> name = text.AsSpan(start, end - start);
        if (shape.Underscores > 0)
            return shape.Hyphens == 0 && shape.Letters > 0 && (shape.StartsWithLetter || IsNetwork(ref isNetwork));
        if (!shape.StartsWithLetter)
            return false;
        if (shape.Dots > 0)
        {
            return shape.Hyphens == 0
                && (shape.IsSmall || shape.Dots > 1)
                && shape.Dots <= 3
                && shape.ShortestPart > 1
                && IsNetwork(ref isNetwork)
                && (IsLongDotted(name, shape) || IsStrange(name));
        }

        if (shape.Hyphens > 0 || shape.Capitals > 1)
        {
            bool isJoined = shape.Hyphens > 0 ? shape is { Hyphens: <= 2, Digits: > 0 and <= 4, DigitsAreLast: true } : shape.IsTwoWords;
            return isJoined && shape.ShortestPart > 1 && IsNetwork(ref isNetwork) && !IsKnown(name) && !IsNetworkName(name);
        }

        if (shape.Digits == 0 || shape.Letters < 4 || shape.IsShouted)
            return false;
        ReadOnlySpan<char> word = WordOf(name);
        if (shape.DigitsAreLast && shape.IsAscii && word.Length >= ShortestWord && shape.Digits is >= 2 and <= 4)
            return !IsKnown(word) || (shape.IsSmall && IsNetwork(ref isNetwork));
        return shape.IsSmall && IsNetwork(ref isNetwork) && !IsKnown(word);

        bool IsNetwork(ref bool? known) => known ??= TellsOfNetwork(text);
    }

    // "tienda.loros.mx", "rita.tabacos"; but "seized.the" is a sentence without its blank.
    private bool IsLongDotted(ReadOnlySpan<char> name, UserNameShape shape) =>
        shape.Letters + shape.Digits >= FewestOfDotted
        && (shape.Dots > 1 || (shape.ShortestPart > 3 && !lists.NotNames.IsSpeech(name[(name.IndexOf('.') + 1)..])));

    /// <summary>Whether a sign can stand within a user name: a letter or digit of any script that sets blanks, or an underscore.</summary>
    public static bool IsSign(char c) =>
        char.IsAsciiLetterOrDigit(c)
        || c == '_'
        || (
            c >= 0x80 && !TextSigns.IsHan(c) && (char.IsLetterOrDigit(c) || c is >= '\u0300' and <= '\u036f' or >= '\u064b' and <= '\u0652')
        );

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
                end = BehindTitle(text, end, naming, found);
            }
            else if (left > 0)
            {
                left--;
                bool isConnector = (uses & Connecting) != 0;
                naming += isConnector ? 1 : 0;
                if (naming > 1 && word.Length >= ShortestWord && word.IndexOfAnyExceptInRange('a', 'z') < 0 && !IsKnown(word))
                {
                    int start = StartOfName(text, i);
                    end = EndOfName(text, end);
                    Add(start, end - start, found);
                    left = 0;
                }
                else if (isConnector)
                {
                    end = BehindTitle(text, end, naming, found);
                }
            }

            i = end;
        }
    }

    // "page «Aves Tarija»", "FB: Tani Tytoń", "Facebook page Budget Tobacco 24": adds the name that a page or shop bears and returns its end.
    private int BehindTitle(string text, int end, int naming, List<MaskedSpan> found)
    {
        int at = end;
        bool isColon = false;
        while (at < text.Length && at - end < 4 && text[at] is ' ' or ':' or '：' or '\u00a0' or '=')
            isColon |= text[at++] is ':' or '：' or '=';
        if (at == end || at >= text.Length)
            return end;
        int title =
            Openings.Contains(text[at]) ? (isColon || naming > 1 ? EndOfQuote(text, ++at) : -1)
            : isColon ? EndOfValue(text, at)
            : naming > 1 ? EndOfCapitals(text, at)
            : -1;
        if (title <= at || IsNetworkName(text.AsSpan(at, title - at)))
            return end;
        Add(at, title - at, found);
        return title;
    }

    private static int EndOfQuote(string text, int start)
    {
        int length = text.AsSpan(start, Math.Min(LongestTitle, text.Length - start)).IndexOfAny(Closings);
        while (length > 0 && char.IsWhiteSpace(text[start + length - 1]))
            length--;
        return length > 2 ? start + length : -1;
    }

    // Several words are a name where the first is written large, or one is as user names are.
    private static int EndOfValue(string text, int start)
    {
        int end = start;
        int words = 1;
        bool isStrange = char.IsUpper(text[start]);
        if (!char.IsLetter(text[start]) || TextSigns.IsHan(text[start]))
            return -1;
        while (end < text.Length && !ValueEnds.Contains(text[end]) && words <= MostWordsOfTitle)
        {
            bool isInside = end + 1 < text.Length && IsSign(text[end + 1]);
            if (text[end] is '.' && !isInside)
                break;
            if (text[end] == ' ')
            {
                if (end + 1 < text.Length && text[end + 1] is '-' or ':' or '/')
                    break;
                words++;
            }

            isStrange |= char.IsDigit(text[end]) || text[end] == '_' || text[end] is >= '\u0600' and <= '\u06ff';
            end++;
        }

        while (end > start && text[end - 1] == ' ')
            end--;
        return end - start > 2 && end - start <= LongestTitle && words > 1 && words <= MostWordsOfTitle && isStrange ? end : -1;
    }

    // Two words or more that are written large, of which the last are digits or one is no common word.
    private int EndOfCapitals(string text, int start)
    {
        int end = start;
        int words = 0;
        bool isStrange = false;
        for (int at = start; at < text.Length && words < MostWordsOfTitle; at++)
        {
            bool isDigit = words > 0 && char.IsAsciiDigit(text[at]);

            // "Le Coin du Tabac": small words join a title's.
            if (words > 0 && char.IsLower(text[at]) && SmallWord(text, at) is > 0 and var next)
                at = next;
            if (!isDigit && !char.IsUpper(text[at]))
                break;
            int to = at;
            while (to < text.Length && char.IsLetterOrDigit(text[to]))
                to++;
            if (!isDigit && (to - at < 2 || !char.IsLower(text[to - 1])))
                break;
            isStrange |= isDigit || !IsKnown(text.AsSpan(at, to - at));
            words++;
            end = to;
            at = to;
            if (isDigit || at >= text.Length || text[at] != ' ')
                break;
        }

        return words > 1 && isStrange ? end : -1;
    }

    // Where the word behind a small one begins, if it is written large; 0 where it is not.
    private int SmallWord(string text, int at)
    {
        int end = at;
        while (end < text.Length && char.IsLower(text[end]))
            end++;
        bool isSmall = end - at <= 3 && end + 1 < text.Length && text[end] == ' ' && char.IsUpper(text[end + 1]);
        return isSmall && lists.NameParts.IsParticle(text.AsSpan(at, end - at)) ? end + 1 : 0;
    }

    // "rapazlumo09", "tordo-rapaz44", "kobra.tarik7": digits and what signs join belong to the name.
    private static int EndOfName(string text, int end)
    {
        while (end < text.Length && (IsSign(text[end]) || (text[end] is '.' or '-' && end + 1 < text.Length && IsSign(text[end + 1]))))
            end++;
        return end;
    }

    private static int StartOfName(string text, int start)
    {
        while (start > 0 && (IsSign(text[start - 1]) || (text[start - 1] is '.' or '-' && start > 1 && IsSign(text[start - 2]))))
            start--;
        return start;
    }

    private bool IsNetworkName(ReadOnlySpan<char> word) =>
        word.Length <= NameLexicon.LongestWord && (book.Uses(PhraseTokens.Fold(word.ToString())) & Naming) != 0;

    private void Add(Match match, List<MaskedSpan> found)
    {
        for (; match.Success; match = match.NextMatch())
        {
            Group id = match.Groups["id"];
            if (!IsNetworkName(id.ValueSpan))
                Add(id.Index, id.Length, found);
        }
    }

    private static void Add(int start, int length, List<MaskedSpan> found)
    {
        if (!found.Exists(f => f.Start <= start && start + length <= f.Start + f.Length))
            found.Add(new MaskedSpan(NominalKind.Handle, start, length));
    }

    private static ReadOnlySpan<char> WordOf(ReadOnlySpan<char> name)
    {
        int end = 0;
        while (end < name.Length && !char.IsDigit(name[end]))
            end++;
        return name[..end];
    }

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
        List<PhraseToken> tokens = [];
        List<(Introduction Use, int Last)> uses = [];
        PhraseTokens.Cut(text, tokens);
        for (int i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].IsDigits)
                continue;
            book.Find(tokens, i, uses);
            if (uses.Exists(static u => u.Use == Introduction.Handle))
                return true;
        }

        return false;
    }
}
