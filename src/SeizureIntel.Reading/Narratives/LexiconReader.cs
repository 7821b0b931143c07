using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.CodeLists;
using SeizureIntel.Ports;
using SeizureIntel.Proposals;
using SeizureIntel.Reading.Lexicon;

namespace SeizureIntel.Reading.Narratives;

/// <summary>Reads what the words of an account say plainly: goods and amounts, hiding places, cover, conveyance, stations of the route.</summary>
public sealed class LexiconReader : ITextReader
{
    /// <summary>The name under which it proposes.</summary>
    public const string Name = "lexicon";

    /// <summary>So many characters of a text are read, from its beginning.</summary>
    public const int LongestText = 20_000;

    private const int ShortestWord = 3;
    private const string NotConcealed = "0";

    // Kinds of cues that are more words for what a code list names.
    private static readonly string[] Fields = ["conveyance_type", "product", "country", "place"];

    private static readonly string[] Telling =
    [
        Cue.Hide,
        Cue.Seize,
        Cue.Mode,
        Cue.Departure,
        Cue.Destination,
        Cue.Inside,
        Cue.Package,
        Cue.Other,
        Cue.Number,
        Cue.General,
        Cue.Nothing,
        Cue.Premises,
    ];

    private readonly TermBook _terms = new();
    private readonly TermBook _cues = new();
    private readonly TermBook _languages = new();
    private readonly HashSet<string> _abbreviations = new(StringComparer.Ordinal);
    private readonly HashSet<(string, string)> _said = [];
    private readonly GoodsReader _goods;
    private readonly ConcealmentReader _concealment;
    private readonly CaseReader _cases;
    private readonly RouteReader _routes;

    /// <summary>Takes the lists over.</summary>
    /// <param name="lists">The code lists.</param>
    /// <param name="phrases">Text of <c>concealment_lexicon.csv</c>: code, language, phrase.</param>
    /// <param name="cues">Text of <c>narrative_cues.csv</c>: kind, code, language, phrase.</param>
    /// <exception cref="FormatException">A file is damaged.</exception>
    public LexiconReader(CodeListSet lists, string phrases, string cues)
    {
        ArgumentNullException.ThrowIfNull(lists);
        Fill(_terms, "concealment_how", lists["concealment_how"], c => c.Value, Speaks);
        Fill(_terms, "country", lists["countries"], c => c.Value, t => t.Length > ShortestWord || HasHan(t));
        var units = new TermBook();
        var notUnits = new HashSet<string>(StringComparer.Ordinal);
        var notGoods = new HashSet<string>(StringComparer.Ordinal);
        var notPlaces = new HashSet<string>(StringComparer.Ordinal);
        var notCarriers = new HashSet<string>(StringComparer.Ordinal);
        var within = new List<(string Code, string Pair)>();
        foreach (List<string> row in CsvRecords.Read("narrative_cues.csv", cues).Skip(1).Select(r => r.Cells))
        {
            if (row[0] == Cue.Language)
                _languages.Add(row[2], row[2], row[3]);
            else if (row[0] == Cue.NotGoods)
                notGoods.Add(row[1]);
            else if (row[0] == Cue.Abbreviation)
                _abbreviations.Add(row[3]);
            else if (row[0] == Cue.NotPlace)
                notPlaces.Add(row[3]);
            else if (row[0] == Cue.NotCarrier)
                notCarriers.Add(row[3]);
            else if (row[0] == Cue.NotUnit)
                notUnits.Add(row[3]);
            else if (row[0] == Cue.Within)
                within.Add((row[1], row[3]));
            else if (Fields.Contains(row[0]))
                AddTerm(row[0], row[1], row[3]);
            else if (row[0] == "unit")
                units.Add(row[0], row[1], row[3]);
            else
                _cues.Add(row[0], row[1], row[3], row[2]);
            // The words by which an account tells of a case tell its language too.
            if (Array.Exists(Telling, k => k == row[0]))
                _languages.Add(row[2], row[2], row[3]);
        }

        Fill(units, "unit", lists["units"], c => c.Value, t => !notUnits.Contains(t));
        Fill(_terms, "place", lists["unlocode"], c => c.Value[..2], t => !notPlaces.Contains(t) && IsLists("place", t));
        Fill(
            _terms,
            "conveyance_type",
            lists["conveyance_type"],
            c => c.Value,
            t => !notCarriers.Contains(t) && IsLists("conveyance_type", t),
            notGoods
        );
        // What the cues say of a word goes before the list's.
        Fill(_terms, "product", lists["products"], c => c.Value, t => IsLists("product", t), notGoods);

        List<LexiconPhrase> places =
        [
            .. CsvRecords
                .Read("concealment_lexicon.csv", phrases)
                .Skip(1)
                .Select(r => new LexiconPhrase(r.Cells[0], r.Cells[1], r.Cells[2])),
        ];
        var months = new TermBook();
        Fill(months, "month", lists["months"], c => c.Value, Speaks);
        _cases = new CaseReader(months);
        _routes = new RouteReader(lists["countries"]);
        _goods = new GoodsReader(lists["products"], lists["units"], units);
        _concealment = new ConcealmentReader(
            PhraseLexicon.Of(places, NotConcealed),
            new PlacesWithin(within, lists["conveyance_type"]),
            lists["conveyance_type"],
            lists["products"]
        );
    }

    /// <inheritdoc/>
    public IReadOnlyList<Proposal> Read(string text, string? language = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length == 0)
            return [];
        // A sentence is read at a cost that grows with its square; no account of a case is as long.
        if (text.Length > LongestText)
            text = text[..LongestText];
        Account account = Account.Of(text, language, _terms, _cues, _languages, _abbreviations);
        var proposals = new List<Proposal>();
        _goods.Read(account, proposals);
        _concealment.Read(account, proposals);
        _routes.Read(account, proposals);
        _cases.Read(account, proposals);
        return [.. proposals.OrderBy(p => p.Start).ThenBy(p => p.Item ?? -1)];
    }

    private void AddTerm(string field, string code, string text)
    {
        _terms.Add(field, code, text);
        _said.Add((field, Key(text)));
    }

    // A word of a code list that the cues say nothing else of.
    private bool IsLists(string field, string text) => Speaks(text) && !_said.Contains((field, Key(text)));

    private static string Key(string text) => string.Join(' ', Words.Tokens.Of(text).Select(t => t.Text));

    private static void Fill(
        TermBook book,
        string field,
        CodeList list,
        Func<Code, string> code,
        Func<string, bool> isSaid,
        HashSet<string>? without = null
    )
    {
        foreach (Code row in list.Codes)
        {
            if (without?.Contains(row.Value) == true)
                continue;
            foreach (string text in list.TextsOf(row.Value).Where(isSaid))
                book.Add(field, code(row), text);
        }
    }

    // Two letters are an abbreviation that means too many things in an account; two Chinese characters are a word.
    private static bool Speaks(string text) => text.Length >= ShortestWord || (text.Length >= 2 && HasHan(text));

    private static bool HasHan(string text) => text.Any(Words.HanFolding.IsHan);
}
