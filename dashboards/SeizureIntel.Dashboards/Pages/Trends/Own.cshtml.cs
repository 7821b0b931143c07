using System.Collections.Generic;
using System.Linq;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SeizureIntel.Charts;
using SeizureIntel.Dashboards.Frame;
using SeizureIntel.Workbench.Faults;
using SeizureIntel.Workbench.Series;

namespace SeizureIntel.Dashboards.Pages.Trends;

/// <summary>A series that an analyst brings along; it stands in the form alone, and nothing of it is kept.</summary>
[RequestFormLimits(ValueLengthLimit = OwnSeriesDesk.MostFormBytes, BufferBodyLengthLimit = OwnSeriesDesk.MostFormBytes)]
[RequestSizeLimit(OwnSeriesDesk.MostFormBytes)]
internal sealed class OwnModel(PageTexts texts) : PageModel
{
    private const int MostRows = 60;

    /// <summary>What was asked.</summary>
    public OwnSeriesQuery Asked { get; private set; } = new();

    /// <summary>What the method says; null before a series was given.</summary>
    public SeriesAnswer? Answer { get; private set; }

    /// <summary>What was not understood; null where all was.</summary>
    public PageProblem? Problem { get; private set; }

    /// <summary>The chart.</summary>
    public LineChart? Chart => Answer is null ? null : OwnSeriesDesk.Chart(Answer, texts.Phrases);

    /// <summary>The newest periods, oldest first.</summary>
    public IReadOnlyList<SeriesAnswerRow> Rows => [.. Answer!.Rows.TakeLast(MostRows)];

    /// <summary>Runs the method.</summary>
    public void OnPost()
    {
        try
        {
            Asked = Forms.Of<OwnSeriesQuery>(Request);
            Answer = OwnSeriesDesk.Answer(Asked);
        }
        catch (Fault fault)
        {
            Problem = PageProblem.Of(fault);
            Response.StatusCode = Problem.Status;
        }
    }
}
