using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SeizureIntel.Charts;
using SeizureIntel.Dashboards.Desk;
using SeizureIntel.Dashboards.Frame;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Workbench.Comparing;

namespace SeizureIntel.Dashboards.Pages.Trends;

/// <summary>Series side by side, as the address names them.</summary>
internal sealed class CompareModel(PageDesk desk, CompareDesk compare, RunningStudies running, PageTexts texts) : PageModel
{
    // Beyond the colours, lines are told apart by dashes.
    private const int Colours = 4;

    /// <summary>The address.</summary>
    public PageAddress Address { get; private set; } = new("/trends/compare", []);

    /// <summary>What was asked.</summary>
    public CompareQuery Asked { get; private set; } = new();

    /// <summary>The series; null where none are asked for.</summary>
    public ComparisonAnswer? Answer { get; private set; }

    /// <summary>What was not understood; null where all was.</summary>
    public PageProblem? Problem { get; private set; }

    /// <summary>Highest marking of the scope; null where it has no seizure.</summary>
    public string? Marking { get; private set; }

    /// <summary>The fields to write series in: those that are there, and one more.</summary>
    public IEnumerable<string> Boxes => [.. Asked.Series, .. Asked.Series.Count < CompareDesk.Most ? [""] : Array.Empty<string>()];

    /// <summary>Asks what the address asks.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Address = PageAddress.Of(Request);
        Problem = await PageProblem.OfAsync(Response, () => AskAsync(desk.ReaderOf(HttpContext), cancellationToken));
    }

    /// <summary>The series as a chart.</summary>
    /// <param name="answer">The series.</param>
    /// <param name="isPanel">True for those of the constant panel alone.</param>
    public LineChart Chart(ComparisonAnswer answer, bool isPanel) =>
        new()
        {
            Id = isPanel ? "compare-panel" : "compare-all",
            AltText = texts[isPanel ? "compare.chartPanel" : "compare.chart", string.Join(", ", answer.Series.Select(NameOf))],
            Labels = [.. answer.Periods.Select(texts.Phrases.ShortMonth)],
            Lines =
            [
                .. answer.Series.Select(
                    (s, i) => new ChartLine(NameOf(s), [.. (isPanel ? s.PanelCounts : s.Counts).Select(c => (double?)c)], i >= Colours)
                ),
            ],
            ValueName = texts[StepName],
            Words = texts.Phrases.ChartWords,
        };

    /// <summary>A series by its values, in the language of the page.</summary>
    public string NameOf(ComparedSeries series) => compare.NameOf(series.Asked, texts.Language);

    /// <summary>The step.</summary>
    public Bucket Bucket => Asked.Bucket == Bucket.None ? Bucket.Month : Asked.Bucket;

    // The name of the text that says what is counted.
    private string StepName =>
        Bucket switch
        {
            Bucket.Day => "compare.perDay",
            Bucket.Week => "compare.perWeek",
            Bucket.Year => "compare.perYear",
            _ => "compare.perMonth",
        };

    private async Task AskAsync(Reader reader, CancellationToken cancellationToken)
    {
        Asked = Questions.Of<CompareQuery>(Address);
        if (Asked.Series.Count == 0)
            return;
        Answer = await compare.AnswerAsync(reader, Asked, cancellationToken);
        Marking = await running.MarkingAsync(reader, Address, cancellationToken);
    }
}
