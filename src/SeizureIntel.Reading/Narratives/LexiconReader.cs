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
    private readonly TermBook _terms = new();
    private readonly TermBook _cues = new();
    private readonly TermBook _languages = new();
    private readonly GoodsReader _goods;
    private readonly ConcealmentReader _concealment;
    private readonly CaseReader _cases;

    /// <summary>Takes the lists over.</summary>
    /// <param name="lists">The code lists.</param>
    /// <param name="phrases">Text of <c>concealment_lexicon.csv</c>: code, language, phrase.</param>
    /// <param name="cues">Text of <c>narrative_cues.csv</c>: kind, code, language, phrase.</param>
    /// <exception cref="FormatException">A file is damaged.</exception>
    public LexiconReader(CodeListSet lists, string phrases, string cues)
    {
        ArgumentNullException.ThrowIfNull(lists);
        Fill(_terms, "conveyance_type", lists["conveyance_type"], c => c.Value, Speaks);
        Fill(_terms, "concealment_how", lists["concealment_how"], c => c.Value, Speaks);
        Fill(_terms, "country", lists["countries"], c => c.Value, t => t.Length > ShortestWord || HasHan(t));
        Fill(_terms, "place", lists["unlocode"], c => c.Value[..2], Speaks);
        var units = new TermBook();
        Fill(units, "unit", lists["units"], c => c.Value, _ => true);
        var notGoods = new HashSet<string>(StringComparer.Ordinal);
        foreach (List<string> row in CsvRecords.Read("narrative_cues.csv", cues).Skip(1).Select(r => r.Cells))
        {
            if (row[0] == Cue.Language)
                _languages.Add(row[2], row[2], row[3]);
            else if (row[0] == Cue.NotGoods)
                notGoods.Add(row[1]);
            else
                _cues.Add(row[0], row[1], row[3], row[2]);
        }

        Fill(_terms, "product", lists["products"], c => c.Value, Speaks, notGoods);

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
        _goods = new GoodsReader(lists["products"], units);
        _concealment = new ConcealmentReader(PhraseLexicon.Of(places, NotConcealed), lists["conveyance_type"], lists["products"]);
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
        Account account = Account.Of(text, language, _terms, _cues, _languages);
        var proposals = new List<Proposal>();
        _goods.Read(account, proposals);
        _concealment.Read(account, proposals);
        RouteReader.Read(account, proposals);
        _cases.Read(account, proposals);
        return [.. proposals.OrderBy(p => p.Start).ThenBy(p => p.Item ?? -1)];
    }

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
