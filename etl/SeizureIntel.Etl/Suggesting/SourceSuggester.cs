using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using SeizureIntel.CodeLists;
using SeizureIntel.Etl.Intake;
using SeizureIntel.Etl.Normalisation;
using SeizureIntel.Etl.Screening;
using SeizureIntel.Etl.Sources;
using SeizureIntel.Fields;

namespace SeizureIntel.Etl.Suggesting;

/// <summary>Drafts a source for a file of unknown shape; it guesses aloud, with a probability and a reason a column, and takes nothing in.</summary>
/// <param name="lists">The code lists.</param>
/// <param name="screening">The words that give personal data away.</param>
/// <param name="words">The words by which columns are named.</param>
/// <param name="goodsWords">More words by which tables name goods.</param>
public sealed class SourceSuggester(CodeListSet lists, ScreeningLists screening, ColumnWords words, GoodsWords goodsWords)
{
    private const double OneHeading = 0.97;
    private const double KnownProducts = 0.5;
    private const double KnownColumn = 0.5;
    private const double KnownGoods = 0.3;
    private const double HardlyKnown = 0.05;
    private const int FewestGoods = 5;
    private const int FewestMeasures = 2;
    private const double LeastGoods = 0.2;
    private const int MostLookUps = 400;
    private const string Products = "products";

    private readonly GoodsFinder? _goods = Lists.Find(lists, Products) is { } products ? new GoodsFinder(products, goodsWords) : null;

    /// <summary>The fields of which one says what was seized.</summary>
    internal static IReadOnlySet<string> What { get; } =
        new HashSet<string>(["product", "heading", "firearm_type", "species"], StringComparer.Ordinal);

    /// <summary>Reads the file through once and drafts its source.</summary>
    /// <param name="seekable">The file; read from its start, left open.</param>
    /// <param name="fileName">The name it was sent under.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="draft">A draft that a person has edited: its columns are what it says, and what the lists do not know of them is looked up anew.
    /// Null to draft one.</param>
    /// <exception cref="UnreadableFileException">The file is no table that can be read.</exception>
    public SourceSuggestion Suggest(Stream seekable, string fileName, CancellationToken cancellationToken, SourceDescription? draft = null)
    {
        using RawFile raw = FileIntake.Open(seekable, fileName, new IntakeOptions { GuessEncoding = true });
        FileProfile file = FileProfile.Of(raw, cancellationToken);
        bool isFrench = screening.HeaderWords.AreFrench(raw.Columns);
        IReadOnlyList<string> names = NameMask.OfColumns(screening, raw.Columns);
        ColumnSigns[] signs = ColumnSigns.Of(file.Columns, lists, _goods, words, cancellationToken);
        var columns = new ColumnDraft[signs.Length];
        for (int i = 0; i < columns.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            columns[i] = Draft(signs[i], names[file.Columns[i].Position], isFrench);
        }

        ColumnAssignment.Assign(columns, file.Sample, IsOneHeading);
        FirearmsAreProducts(columns);
        if (draft is not null)
            TakeOver(columns, draft);
        string safeName = NameMask.OfFile(screening, fileName);
        IReadOnlyDictionary<string, string> readAs = NameMask.OfReading(screening, raw.ReadAs);
        Dictionary<string, string> constants = Constants(columns, safeName);
        List<SkipRule> totals = TotalRows(columns.Where(c => c.Shown == c.Name));
        // A rule names its column, and a name that may be somebody's is not kept.
        string[] unruled = [.. TotalRows(columns.Where(c => c.Shown != c.Name)).Select(r => r.Column)];
        string[] missing = [.. Missing(columns, constants)];
        string? totalsOnly = AggregateSigns.Find(columns, file);
        SuggestionVerdict verdict = VerdictOf(columns, constants, missing, totalsOnly);
        var safe = new SafeValues(screening);
        IReadOnlyList<LookUpProposal> lookUps = verdict is SuggestionVerdict.Complete or SuggestionVerdict.Incomplete
            ? LookUps(columns, names, safe)
            : [];
        var suggestion = new SourceSuggestion
        {
            Verdict = verdict,
            Message = SuggestionMessages.Of(verdict, missing, totalsOnly),
            Columns = [.. columns.Select(c => Shown(c, names[c.Signs.Profile.Position], safe))],
            LookUps = lookUps,
            Constants = constants,
            Missing = missing,
            Notes = [.. SuggestionMessages.NotesOnReading(readAs), .. SuggestionMessages.Notes(columns, totals, unruled)],
            ReadAs = readAs,
            Rows = file.Rows,
            Source =
                verdict is SuggestionVerdict.Aggregates
                    ? null
                    : DraftSource.Of(
                        DraftSource.NameOf(safeName, raw.Columns),
                        "Suggested for " + safeName,
                        columns,
                        raw.Own,
                        names,
                        constants,
                        lookUps,
                        totals,
                        ItemCells.Find(columns, file),
                        readAs
                    ),
        };
        return draft is null || verdict == SuggestionVerdict.Aggregates ? suggestion : DraftView.Of(suggestion, draft);
    }

    /// <summary>The columns of a file with what is known of each, and what speaks for its fields, for the learning of weights.</summary>
    /// <param name="seekable">The file.</param>
    /// <param name="fileName">Its name.</param>
    /// <param name="stop">Stops it.</param>
    internal IReadOnlyList<(ColumnSigns Signs, Func<NameModel, IReadOnlyList<FieldParts>> Parts)> Signs(
        Stream seekable,
        string fileName,
        CancellationToken stop
    )
    {
        using RawFile raw = FileIntake.Open(seekable, fileName, new IntakeOptions { GuessEncoding = true });
        var scorer = new FieldScorer(words, lists);
        return
        [
            .. ColumnSigns
                .Of(FileProfile.Of(raw, stop).Columns, lists, _goods, words, stop)
                .Where(c => c.Values.Profile.Filled > 0)
                .Select(c => (c, (Func<NameModel, IReadOnlyList<FieldParts>>)(m => scorer.Parts(c, m)))),
        ];
    }

    private static void TakeOver(ColumnDraft[] columns, SourceDescription draft)
    {
        Dictionary<string, MappedColumn> mapped = MappedColumn.Of(draft).ToDictionary(c => c.Name, StringComparer.Ordinal);
        foreach (ColumnDraft column in columns.Where(c => c.Announced is null && mapped.ContainsKey(c.Name)))
        {
            MappedColumn said = mapped[column.Name];
            if (said.Field == column.Field && said.Also == column.Also)
                continue;
            (column.Field, column.Also, column.IsByHand) = (said.Field, said.Also, true);
            (column.IsPart, column.Confidence) = (false, 1);
        }
    }

    private ColumnDraft Draft(ColumnSigns signs, string shown, bool isFrench)
    {
        ColumnProfile profile = signs.Values.Profile;
        IReadOnlyList<FieldScore> scores = new FieldScorer(words, lists).Scores(signs);
        FieldScore best = scores[0];
        ColumnRole role =
            !best.IsKnownAside && best.Probability >= ColumnAssignment.Threshold
                ? SourceJson.RoleOf(best.Field) ?? ColumnRole.Unmapped
                : ColumnRole.Unmapped;
        return new ColumnDraft(signs.Values, signs.Unit, scores, screening.HeaderWords.KindOf(profile.Name, role, isFrench))
        {
            Shown = shown,
        };
    }

    // A list of weapons need not say that weapons were seized.
    private static void FirearmsAreProducts(ColumnDraft[] columns)
    {
        if (
            !Array.Exists(columns, c => c.Field == "product")
            && Array.Find(columns, c => c.Field == "firearm_type") is { Also: null } weapon
        )
            weapon.Also = "product";
    }

    private Dictionary<string, string> Constants(ColumnDraft[] columns, string fileName)
    {
        var constants = new Dictionary<string, string>(StringComparer.Ordinal);
        ColumnDraft? Of(string field) => Array.Find(columns, c => c.Field == field);
        if (Of("quantity")?.Unit.Unit is { } unit && Of("unit") is null)
            constants["unit"] = unit;
        if (Of("quantity_2")?.Unit.Unit is { } second && Of("unit_2") is null)
            constants["unit_2"] = second;
        if (Of("value")?.Unit.Currency is { } currency && Of("currency") is null)
            constants["currency"] = currency;
        if (Of("heading") is null && HeadingOf(columns, fileName) is { } heading)
            constants["heading"] = heading;
        return constants;
    }

    // The goods themselves tell first, then the names of columns and file.
    private string? HeadingOf(ColumnDraft[] columns, string fileName)
    {
        (Dictionary<string, double> rows, double all) = HeadingsOf(Array.Find(columns, c => c.Field == "product"));
        double known = rows.Values.Sum();
        if (known >= KnownProducts * all && known > 0)
            return rows.MaxBy(r => r.Value) is var most && most.Value >= OneHeading * known ? most.Key : null;
        if (columns.FirstOrDefault(c => c.Field == "firearm_type") is not null)
            return "H08";
        string? named = words.HeadingIn([.. columns.Where(c => c.Announced is null).Select(c => c.Name)]) ?? words.HeadingIn([fileName]);
        return named is not null && rows.Keys.All(h => h == named) ? named : null;
    }

    private bool IsOneHeading(ColumnDraft product) =>
        HeadingsOf(product) is var (rows, all) && rows.Count == 1 && rows.Values.Sum() >= KnownProducts * all;

    // The headings of a column's goods with the rows of each, and all its rows.
    private (Dictionary<string, double> Rows, double All) HeadingsOf(ColumnDraft? product)
    {
        var products = new ProductTable(Lists.Find(lists, "products"), Lists.Find(lists, "headings"));
        var rows = new Dictionary<string, double>(StringComparer.Ordinal);
        double all = 0;
        foreach ((string text, int count) in product?.Signs.Values ?? [])
        {
            all += count;
            if (_goods?.Find(text, out _) is { } code && products.HeadingOf(code.Value) is { } heading)
                rows[heading] = rows.GetValueOrDefault(heading) + count;
        }

        return (rows, all);
    }

    private static IEnumerable<string> Missing(ColumnDraft[] columns, Dictionary<string, string> constants)
    {
        if (!Array.Exists(columns, c => c.Field == "seizure_date"))
            yield return "seizure_date";
        if (!Array.Exists(columns, c => c.Field is not null && What.Contains(c.Field)) && !constants.ContainsKey("heading"))
            yield return "product";
        if (!Array.Exists(columns, c => c.Field is "country" or "reporting_country"))
            yield return "country";
        if (GoodsAreStrange(columns) && !constants.ContainsKey("heading") && !Array.Exists(columns, c => c.Field == "heading"))
            yield return "heading";
    }

    // Food that was notified is a table of products, too: where the list knows hardly any of them a person says of which heading they are.
    private static bool GoodsAreStrange(ColumnDraft[] columns) =>
        Array.Find(columns, c => c.Field == "product") is { } goods
        && goods.Signs.Stated >= FewestGoods
        && goods.Signs.Fit("products") is var fit
        && fit.Rows < HardlyKnown
        && fit.Rows + fit.Near < KnownProducts
        && !Array.Exists(columns, c => c.Field is "species" or "firearm_type" or "hs_code");

    private SuggestionVerdict VerdictOf(ColumnDraft[] columns, Dictionary<string, string> constants, string[] missing, string? totals)
    {
        bool hasGoods =
            Array.Exists(columns, c => c.Field is not null && What.Contains(c.Field))
            || Array.Exists(columns, c => c.Unit.Product is not null)
            || (constants.ContainsKey("heading") && Array.Exists(columns, c => c.Field is "quantity"));
        bool tells = hasGoods || Array.Exists(columns, c => c.Field == "narrative" && c.Signs.Profile.MeanWords >= 8);
        // A table of totals need not have a column of goods: they may be its columns.
        if (totals is not null && (tells || SpeakOfGoods(columns)))
            return SuggestionVerdict.Aggregates;
        if (!tells)
            return SuggestionVerdict.NoSeizures;
        return missing.Any(m => m != "country") ? SuggestionVerdict.Incomplete : SuggestionVerdict.Complete;
    }

    private bool SpeakOfGoods(ColumnDraft[] columns) =>
        columns.Count(c => c.Unit is { Unit: not null, IsWhole: false } && c.Signs.Numbers > 0.5) >= FewestMeasures
        || Array.Exists(columns, c => c.Unit.Product is not null || words.HeadingIn([c.Name]) is not null)
        || Array.Exists(columns, c => c.Signs.Letters > 0.5 && c.Signs.Fit("products") is var fit && fit.Rows + fit.Near >= LeastGoods);

    private List<SkipRule> TotalRows(IEnumerable<ColumnDraft> columns)
    {
        var rules = new List<SkipRule>();
        foreach (ColumnDraft column in columns.Where(c => c.Announced is null))
        {
            string[] totals = [.. column.Signs.Values.Where(v => v.Text.Length <= 30 && words.IsTotal(v.Text)).Select(v => v.Text)];
            if (totals.Length > 0)
                rules.Add(new SkipRule(column.Shown, totals, "a sum of rows"));
        }

        return rules;
    }

    private List<LookUpProposal> LookUps(ColumnDraft[] columns, IReadOnlyList<string> names, SafeValues safe)
    {
        var proposals = new List<LookUpProposal>();
        foreach (ColumnDraft column in columns)
        {
            if (
                column.Field is null
                || SeizureFields.Find(column.Field) is not { CodeList: { } name }
                || Lists.Find(lists, name) is not { } list
            )
                continue;
            // In a column that the list hardly knows, a word in common is chance: fresh pepper is no pepper spray.
            ListFit fit = column.Signs.Fit(name);
            bool isGoods = name == Products;
            double trust = fit.Rows >= KnownColumn || (isGoods && fit.Rows + fit.Near >= KnownGoods) ? 1 : 0.5;
            int found = 0;
            foreach ((string text, int rows) in column.Signs.Values)
            {
                if (found >= MostLookUps || list.Find(text) is not null || !safe.IsSafe(text))
                    continue;
                found++;
                // Two countries in a cell are not the first of them.
                double share = 0;
                Code? near =
                    text.AsSpan().IndexOfAny(ValueSigns.Separators) >= 0 ? null
                    : isGoods ? _goods?.Find(text, out share)
                    : PartMatch.Find(list, text);
                if (near is not null)
                    share = (isGoods ? share : PartMatch.Share(list, text)) * trust;
                proposals.Add(
                    new LookUpProposal(names[column.Signs.Profile.Position], column.Field, text, near?.Value, Math.Round(share, 2), rows)
                );
            }
        }

        return proposals;
    }

    private static ColumnSuggestion Shown(ColumnDraft column, string name, SafeValues safe) =>
        new()
        {
            Column = name,
            Field = column.Field,
            Also = column.Also,
            Confidence = Math.Round(column.Announced is null ? column.Confidence : 1, 3),
            Reason = Reasons.Of(column),
            State =
                column.Announced is not null ? ColumnState.Refused
                : column.Field is not null ? ColumnState.Understood
                : column.IsByHand || column.Aside is not null || column.Signs.Profile.Filled == 0 ? ColumnState.SetAside
                : ColumnState.NotUnderstood,
            Formats = column.Field is "seizure_date" or "reported_date" ? [.. DraftSource.Formats(column.Signs)] : [],
            Filled = Math.Round(column.Signs.Profile.FilledShare, 4),
            Samples = safe.Samples(column),
            Alternatives =
            [
                .. column
                    .Scores.Where(s => !s.IsKnownAside && s.Field != column.Field && s.Probability >= 0.02)
                    .Take(3)
                    .Select(s => new FieldAlternative(s.Field, Math.Round(s.Probability, 3))),
            ],
        };
}
