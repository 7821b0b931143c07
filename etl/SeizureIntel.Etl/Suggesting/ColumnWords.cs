using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using SeizureIntel.CodeLists;
using SeizureIntel.Text;

namespace SeizureIntel.Etl.Suggesting;

/// <summary>The words by which columns are named in ten languages and more.</summary>
public sealed partial class ColumnWords
{
    private const string HeadingPrefix = "heading=";
    private const int ShortestStem = 5;
    private const int LongestMark = 3;
    private const double ShortAlike = 0.7;
    private const double Alike = 0.95;
    private const char Sure = '!';

    // A shortened word is sought among all phrases.
    private const int MostShortened = 4;
    private static readonly HashSet<string> NothingPassedOver = [];

    /// <summary>From here on a name says by itself what a column holds.</summary>
    internal const double SaysIt = 0.9;
    private static readonly char[] PathMarks = ['.', '/', '!'];

    // Words that join others and say nothing.
    private static readonly HashSet<string> Joining =
    [
        .. (
            "a aan af al an and approx approximate aprox au av az bij com con cua d da dan das de degli dei del della delle dell der des di "
            + "die do dos du e een el en es est estimated et for fur het i im in ja l la las le les los med met na o och of og op or pa par "
            + "para per por sul te the und v va van ve ved voor von wa y ya yang z za zum zur в во для за и на по у και σε στο του της των في"
        ).Split(' '),
    ];

    private readonly Dictionary<string, List<HeaderPhrase>> _byFirst = new(StringComparer.Ordinal);
    private readonly List<HeaderPhrase> _phrases;
    private readonly List<HeaderPhrase> _unspaced;
    private readonly List<HeaderPhrase> _headings;
    private readonly ShortNames _short;
    private readonly HashSet<string> _totals;
    private readonly ComposedNames _composed;

    private ColumnWords(List<HeaderPhrase> phrases, NameModel learned)
    {
        Learned = learned;
        Features = new NameFeatures(VocabularyOf(phrases));
        _headings = [.. phrases.Where(p => p.Field.StartsWith(HeadingPrefix, StringComparison.Ordinal))];
        HeaderPhrase[] fields = [.. phrases.Except(_headings).Where(p => !IsPart(p))];
        _phrases = [.. fields.Where(p => !IsUnspaced(p.Words[0]))];
        _unspaced = [.. fields.Where(p => IsUnspaced(p.Words[0]))];
        _short = new ShortNames(_phrases);
        _composed = new ComposedNames([.. phrases.Except(_headings)]);
        _totals = [.. phrases.Where(p => p.Field == "_total").Select(p => FoldedText.Key(p.Text))];
        foreach (HeaderPhrase phrase in _phrases)
        {
            string first = Start(phrase.Words[0]);
            if (!_byFirst.TryGetValue(first, out List<HeaderPhrase>? some))
                _byFirst.Add(first, some = []);
            some.Add(phrase);
        }
    }

    /// <summary>Reads the list.</summary>
    /// <param name="file">Name for messages.</param>
    /// <param name="text">Columns <c>field, language, weight, phrases</c>; phrases are separated by <c>|</c>; one that ends in
    /// <c>!</c> says its field whatever stands beside it.</param>
    /// <param name="learned">What was learned from the list.</param>
    /// <exception cref="FormatException">A row is not of that form.</exception>
    public static ColumnWords Parse(string file, string text, NameModel learned)
    {
        var phrases = new List<HeaderPhrase>();
        foreach ((int line, List<string> cells) in CsvRecords.Read(file, text).Skip(1))
        {
            if (
                cells.Count != 4
                || !double.TryParse(cells[2], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double weight)
                || weight is <= 0 or > 1
            )
                throw new FormatException($"{file}, line {line}: expected field, language, a weight above 0 and up to 1, and phrases.");
            foreach (string written in cells[3].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                string phrase = written.TrimEnd(Sure);
                string[] words = WordsOf(phrase, keepStars: true);
                if (words.Length > 0)
                    phrases.Add(new HeaderPhrase(cells[0], cells[1], weight, phrase, words, written.EndsWith(Sure)));
            }
        }

        return new ColumnWords(phrases, learned);
    }

    internal NameModel Learned { get; }

    /// <summary>What of a name is learned.</summary>
    internal NameFeatures Features { get; }

    /// <summary>The phrases, but for those that say which heading a file has.</summary>
    internal IEnumerable<HeaderPhrase> Phrases => _phrases.Concat(_unspaced);

    private static HashSet<string> VocabularyOf(IEnumerable<HeaderPhrase> phrases) =>
        [
            .. phrases
                .Where(p => p.Language.Length == 2)
                .SelectMany(p => p.Words)
                .Where(w => w.Length >= NameFeatures.ShortestPart && !IsUnspaced(w)),
        ];

    /// <summary>A name as it is looked up: of a path what says something, and where no phrase is found whole the one whose parts or beginnings it
    /// has.</summary>
    /// <param name="name">A column's name.</param>
    /// <param name="isNested">Whether it is a path of a nested file.</param>
    internal string WrittenOut(string name, bool isNested = false)
    {
        string own = isNested ? _composed.WithinPath(name, FieldOf) : name;
        string inner = WithoutContainers(own);
        if (_composed.Of(inner) is { } composed)
            return composed;
        return FieldOf(own) is not null ? own : _short.WrittenOut(inner) ?? WithoutMarks(inner) ?? own;
    }

    private string? WithoutMarks(string name) =>
        _composed.WithoutMarks(name) is not { } rest ? null
        : FieldOf(rest) is not null ? rest
        : _composed.Of(rest) ?? _short.WrittenOut(rest);

    /// <summary>Whether a value names an office.</summary>
    internal bool NamesOffice(string value) => _composed.NamesOffice(value);

    /// <summary>The field that a name says by itself; null for none.</summary>
    internal string? FieldOf(string name) =>
        Signs(name, NothingPassedOver).Where(s => s.Value.Strength >= SaysIt).OrderByDescending(s => s.Value.Strength).FirstOrDefault().Key;

    // A part of names says no field by itself.
    private static bool IsPart(HeaderPhrase phrase) => phrase.Field.Contains('=', StringComparison.Ordinal);

    /// <summary>The fields that a name speaks of, each with its best phrase.</summary>
    /// <param name="name">A column's name.</param>
    /// <param name="passedOver">Words of it that say something else, such as a unit, folded.</param>
    internal IReadOnlyDictionary<string, HeaderSign> Signs(string name, IReadOnlySet<string> passedOver)
    {
        // "Ед. изм." names the unit with a word that may be one itself.
        Dictionary<string, HeaderSign> whole = Found(name, passedOver);
        if (passedOver.Count > 0)
        {
            foreach ((string field, HeaderSign sign) in Found(name, NothingPassedOver))
                Keep(whole, field, sign);
        }

        string inner = WithoutContainers(name);
        if (inner == name)
            return whole;
        Dictionary<string, HeaderSign> own = Found(inner, passedOver);
        return own.Values.Any(s => s.Strength >= SaysIt) || !whole.Values.Any(s => s.Strength >= SaysIt) ? own : whole;
    }

    private Dictionary<string, HeaderSign> Found(string name, IReadOnlySet<string> passedOver)
    {
        var found = new Dictionary<string, HeaderSign>(StringComparer.Ordinal);
        string[] words = [.. WordsOf(name, keepStars: false).Where(w => !passedOver.Contains(w))];
        if (words.Length == 0)
            words = WordsOf(name, keepStars: false);
        if (words.Length == 0)
            return found;
        double content = words.Count(w => !w.All(char.IsAsciiDigit));
        HashSet<string> shortened =
        [
            .. Shortened().Matches(name).SelectMany(m => Tokens(m.Value)).Where(words.Contains).Distinct().Take(MostShortened),
        ];
        foreach (HeaderPhrase phrase in words.SelectMany(Candidates).Concat(shortened.SelectMany(StartingWith)).Distinct())
        {
            double hit = Hit(words, phrase, shortened);
            if (hit > 0)
                Keep(found, phrase, phrase.Weight * (phrase.IsSure ? 1 : Math.Sqrt(Math.Min(1, hit / Math.Max(1, content)))));
        }

        foreach (string word in words.Where(IsUnspaced))
        {
            foreach (HeaderPhrase phrase in _unspaced)
            {
                if (word.Contains(phrase.Words[0], StringComparison.Ordinal))
                    Keep(found, phrase, phrase.Weight * Math.Sqrt((double)phrase.Words[0].Length / words.Sum(w => w.Length)));
            }
        }

        Compounds(found, words);
        return found;
    }

    // "goods.hs" is an HS code: what holds the cells of a path says nothing of its own.
    private string WithoutContainers(string name)
    {
        string rest = name;
        for (int at = rest.IndexOfAny(PathMarks); at > 0; at = rest.IndexOfAny(PathMarks))
        {
            if (!WordsOf(rest[..at], keepStars: false).All(_composed.IsHolder))
                break;
            rest = rest[(at + 1)..];
        }

        return rest.Length == 0 ? name : rest;
    }

    /// <summary>The heading that words speak of (a title, a file's name, a header); null where they speak of none or of several.</summary>
    internal string? HeadingIn(IEnumerable<string> texts)
    {
        string[] words = [.. texts.SelectMany(t => WordsOf(t, keepStars: false))];
        string[] headings =
        [
            .. _headings
                .Where(p => p.Words.All(w => Array.Exists(words, x => IsStarred(x, w))))
                .Select(p => p.Field[HeadingPrefix.Length..])
                .Distinct(StringComparer.Ordinal),
        ];
        return headings.Length == 1 ? headings[0] : null;
    }

    /// <summary>Whether a cell is a word for a total.</summary>
    /// <remarks>"TOTAL 2024", "Итого: 64" and "รวม 56" are totals too: a number may stand behind the word.</remarks>
    internal bool IsTotal(string cell)
    {
        string key = FoldedText.Key(cell);
        if (_totals.Contains(key))
            return true;
        string[] words = key.Split(' ');
        int named = words.Length;
        while (named > 0 && words[named - 1].All(char.IsDigit))
            named--;
        return named < words.Length && _totals.Contains(string.Join(' ', words[..named]));
    }

    /// <summary>The words of a name: folded, camel case and underscores taken apart, joining words left out.</summary>
    internal static string[] WordsOf(string name, bool keepStars)
    {
        // In Uzbek the sign belongs to the letter before it: "jo'natuvchi" is "jonatuvchi" where a program wrote it.
        name = LetterSigns().Replace(name, "");
        name = Initials().Replace(name, m => m.Value.Replace(".", "", StringComparison.Ordinal) + " ");
        var spaced = new StringBuilder(name.Length + 8);
        for (int i = 0; i < name.Length; i++)
        {
            bool isHump = i > 0 && char.IsUpper(name[i]) && char.IsLower(name[i - 1]);
            bool isEdge = i > 0 && char.IsAsciiDigit(name[i]) != char.IsAsciiDigit(name[i - 1]) && char.IsLetterOrDigit(name[i]);
            if (isHump || (isEdge && !IsUnspaced(name)))
                spaced.Append(' ');
            spaced.Append(name[i]);
        }

        string text = spaced.ToString();
        if (!keepStars || !text.Contains('*', StringComparison.Ordinal))
            return Telling([.. Tokens(text).Select(WithoutArticle)]);
        return [.. text.Split(' ').SelectMany(w => Tokens(w).Select(t => w.EndsWith('*') ? t + "*" : t))];
    }

    // What is nothing but joining words tells by them: "От", "do"; and "OR No" is no bare number.
    private static string[] Telling(string[] words)
    {
        string[] rest = [.. words.Where(w => !Joining.Contains(w))];
        return rest.Length > 1 || (rest.Length == 1 && rest[0].Length > LongestMark) ? rest : words;
    }

    // The capital of the dotless i is that of i, and a database writes "DEYER" for "dəyər".
    private static IEnumerable<string> Tokens(string text) => FoldedText.Tokens(text).Select(Plain);

    private static string Plain(string word) =>
        word.Replace('ı', 'i').Replace('ə', 'e').Replace('ł', 'l').Replace('đ', 'd').Replace('ð', 'd').Replace('ø', 'o').Replace('ħ', 'h');

    private static void Keep(Dictionary<string, HeaderSign> found, HeaderPhrase phrase, double strength) =>
        Keep(found, phrase.Field, new HeaderSign(strength, phrase.Text));

    private static void Keep(Dictionary<string, HeaderSign> found, string field, HeaderSign sign)
    {
        if (!found.TryGetValue(field, out HeaderSign known) || known.Strength < sign.Strength)
            found[field] = sign;
    }

    private IEnumerable<HeaderPhrase> Candidates(string word) => _byFirst.GetValueOrDefault(Start(word)) ?? [];

    private IEnumerable<HeaderPhrase> StartingWith(string word) =>
        _phrases.Where(p => p.Words[0].Length > word.Length && p.Words[0].StartsWith(word, StringComparison.Ordinal));

    // How many words of the name the phrase covers; 0 where one of its own is missing.
    private static double Hit(string[] words, HeaderPhrase phrase, HashSet<string> shortened)
    {
        double hit = 0;
        foreach (string wanted in phrase.Words)
        {
            double best = 0;
            foreach (string word in words)
                best = Math.Max(
                    best,
                    shortened.Contains(word) && wanted.StartsWith(word, StringComparison.Ordinal) ? Alike : Likeness(word, wanted)
                );
            if (best == 0)
                return 0;
            hit += best;
        }

        return hit;
    }

    // Endings of cases and plurals do not count in longer words.
    private static double Likeness(string word, string wanted)
    {
        if (word == wanted)
            return 1;
        int shorter = Math.Min(word.Length, wanted.Length),
            longer = Math.Max(word.Length, wanted.Length);
        if (shorter < ShortestStem - 1 || IsUnspaced(word))
            return 0;
        int common = word.AsSpan().CommonPrefixLength(wanted);
        return common < longer - 2 || (common < shorter && common <= ShortestStem) ? 0
            : shorter < ShortestStem ? ShortAlike
            : Alike;
    }

    // "Beschlagnahmedatum" is a Datum.
    private void Compounds(Dictionary<string, HeaderSign> found, string[] words)
    {
        if (words.Length != 1 || found.Count > 0)
            return;
        foreach (HeaderPhrase phrase in _phrases)
        {
            if (
                phrase.Language is "de" or "nl"
                && phrase.Words.Length == 1
                && phrase.Words[0].Length >= ShortestStem
                && words[0].EndsWith(phrase.Words[0], StringComparison.Ordinal)
            )
                Keep(found, phrase, phrase.Weight * 0.75);
        }
    }

    private static bool IsStarred(string word, string wanted) =>
        wanted.EndsWith('*') ? word.StartsWith(wanted[..^1], StringComparison.Ordinal)
        : IsUnspaced(wanted) ? word.Contains(wanted, StringComparison.Ordinal)
        : word == wanted;

    private static string Start(string word) => word.Length < ShortestStem - 1 ? word : word[..(ShortestStem - 1)];

    private static string WithoutArticle(string word) =>
        word.Length > 4 && word.StartsWith("ال", StringComparison.Ordinal) ? word[2..] : word;

    [GeneratedRegex(@"(?<=\p{L}[oOgG])['‘’ʻʼ`](?=\p{L})|(?<=(?<!\p{L})[oOgG])['‘’ʻʼ`](?=\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex LetterSigns();

    // "Reg." and "Avs.land" stand for longer words.
    [GeneratedRegex(@"(?<!\p{L})\p{L}{3,}(?=\.)", RegexOptions.CultureInvariant)]
    private static partial Regex Shortened();

    // "G.T.İ.P." is one word.
    [GeneratedRegex(@"(?<![\p{L}\p{N}])\p{L}(?:\.\p{L})+\.?(?!\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex Initials();

    // Words of Chinese, Japanese, Thai, Lao, Burmese and Khmer stand without spaces between them.
    internal static bool IsUnspaced(string word)
    {
        foreach (char c in word)
        {
            if (
                c
                is (>= '\u4e00' and <= '\u9fff')
                    or (>= '\u3041' and <= '\u30ff')
                    or (>= '\u0e00' and <= '\u109f')
                    or (>= '\u1780' and <= '\u17ff')
            )
                return true;
        }

        return false;
    }
}
