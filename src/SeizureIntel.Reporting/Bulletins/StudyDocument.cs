using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Charts;
using SeizureIntel.CodeLists;
using SeizureIntel.Reporting.Wording;
using SeizureIntel.Values;

namespace SeizureIntel.Reporting.Bulletins;

/// <summary>Lays one study out for its page: its stories, and a section for each heading with charts and tables. It computes nothing.</summary>
public sealed class StudyDocument(CodeListSet codes)
{
    private const int MostStories = 12;
    private const int MostRows = 60;
    private const int MostColumnsBeside = 4;

    private static readonly string[] Stations = ["departure_country", "transit_countries", "destination_country"];

    /// <summary>The document of a study.</summary>
    /// <param name="request">Region, period and marking.</param>
    /// <param name="study">What the study found, with its stories.</param>
    public Bulletin Build(BulletinRequest request, StudyResult study)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(study);
        var words = new CodeWords(codes, request.Phrases);
        StudyResult told = LinkedDisclosure.Apply([study])[0];
        var register = new FigureRegister(told.Scope.SuppressBelow);
        var layout = new Layout(
            told,
            new StudyShelf([told], codes),
            words,
            new TableLayout(words, register),
            request.Phrases,
            register,
            []
        );
        IReadOnlyList<BulletinStatement> stories = layout.Stories((request.From, request.To));
        List<BulletinSection> sections = [.. layout.Sections()];
        return new Bulletin
        {
            Id = study.Study,
            Banner = new BulletinBanner
            {
                Title = study.Study,
                Marking = request.Marking.Label(),
                ProductNumber = request.ProductNumber ?? study.Study,
                Region = request.Region ?? request.Phrases.Say("All reporters"),
                From = request.From,
                To = request.To,
                DataCutOff = request.DataCutOff,
                IssuedOn = request.IssuedOn,
                Originator = request.Originator,
            },
            BottomLine = stories,
            Sections = sections,
            Figures = register.Figures,
            Evidence = register.Evidence,
            // A page has room for what stands in half a column of print.
            Charts = [.. layout.Charts.Select(c => c with { IsNarrow = false, Words = request.Phrases.ChartWords })],
        };
    }

    private sealed record Layout(
        StudyResult Study,
        StudyShelf Shelf,
        CodeWords Words,
        TableLayout Tables,
        Phrases Phrases,
        FigureRegister Register,
        List<Chart> Charts
    )
    {
        public IReadOnlyList<BulletinStatement> Stories((DateOnly From, DateOnly To) period)
        {
            var statements = new StatementLayout(Words, Register, period);
            Dictionary<string, Finding> byId = Study.Findings.DistinctBy(f => f.Id).ToDictionary(f => f.Id, StringComparer.Ordinal);
            return
            [
                .. Study
                    .Stories.Where(s => byId.ContainsKey(s.Lead))
                    .Take(MostStories)
                    .Select(s => statements.Tell(byId[s.Lead], [.. s.Members.Where(byId.ContainsKey).Select(m => byId[m])], period.To)),
            ];
        }

        // A table such as legs/H01 belongs to its heading; the others belong to all.
        public IEnumerable<BulletinSection> Sections()
        {
            FigureTable[] whole = [.. Study.Tables.Where(t => HeadingOf(t) is null && t.Rows.Count > 0)];
            List<BulletinBlock> blocks = [.. Whole()];
            if (whole.Length + blocks.Count > 0)
            {
                // The strip is the drawing of its table.
                blocks.AddRange(whole.Where(t => t.Id != "strip").Select(Table));
                yield return new BulletinSection("all", Phrases.Fill("section.all"), blocks);
            }

            foreach (
                IGrouping<string, FigureTable> heading in Study
                    .Tables.Where(t => HeadingOf(t) is not null)
                    .GroupBy(t => HeadingOf(t)!, StringComparer.Ordinal)
            )
                yield return new BulletinSection(
                    heading.Key,
                    Words.Of("heading", heading.Key),
                    [.. Drawn(heading.Key), .. heading.Where(t => t.Rows.Count > 0).Select(Table)]
                );
        }

        private IEnumerable<BulletinBlock> Whole() =>
            Study.Study switch
            {
                StudyShelf.Overview => PictureSection.Of(Shelf, Words, Charts, isNarrow: false).Blocks,
                StudyShelf.Trends => MonthlyPanels.Of(Study.Tables, Shelf, Words, Charts),
                StudyShelf.SmallArms => PictureSection.Weapons(Shelf, Words, Charts),
                StudyShelf.Coverage => [CoverageSection.Strip(Shelf, Words, Charts, isInJson: true)],
                _ => [],
            };

        private IEnumerable<BulletinBlock> Drawn(string heading) =>
            Study.Study switch
            {
                StudyShelf.Trends => [HeadingSections.Trend(heading, [.. Shelf.LeadsAbout(heading)], Shelf, Phrases, Charts)],
                StudyShelf.Routes =>
                [
                    HeadingSections.Flows(heading, Shelf, Words, Charts, isTableBelow: true),
                    PathChart.Of(heading, Shelf, Words, Charts),
                ],
                StudyShelf.Concealment => [HeadingSections.Grid(heading, Shelf, Words, Charts)],
                _ => [],
            };

        private BulletinBlock Table(FigureTable table)
        {
            // A quantity takes its unit with it, and a route is told once.
            bool hasPath = table.Columns.Any(c => c.Name == "path");
            string[] columns = [.. table.Columns.Select(c => c.Name).Where(c => c != "unit" && !(hasPath && Stations.Contains(c)))];
            List<string> notes = [KnownNote.Sentence(table.Known, Phrases), .. table.Notes.Select(n => PeriodWords.InText(n, Words))];
            if (table.Rows.Count > MostRows)
                notes.Add(Phrases.Say($"The first {MostRows} of {table.Rows.Count} rows; the JSON has all of them."));
            return new BulletinBlock
            {
                Title = Phrases.Say(table.Title),
                IsWide = columns.Length > MostColumnsBeside,
                Table = Tables.Lay("table-" + table.Id.Replace('/', '-'), table, Study.Study, MostRows, columns),
                Note = string.Join(" ", notes),
            };
        }

        private static string? HeadingOf(FigureTable table) => table.Id.Split('/') is [_, var heading] ? heading : null;
    }
}
