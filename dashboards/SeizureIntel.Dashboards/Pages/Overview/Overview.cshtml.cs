using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SeizureIntel.Analytics.Coverage;
using SeizureIntel.Analytics.Overview;
using SeizureIntel.Dashboards.Desk;
using SeizureIntel.Dashboards.Frame;
using SeizureIntel.Readers;

namespace SeizureIntel.Dashboards.Pages.Overview;

/// <summary>The period as a whole: who reported, the key figures, the months.</summary>
internal sealed class OverviewModel(PageDesk desk, RunningStudies running, PageTexts texts) : PageModel
{
    /// <summary>What was asked.</summary>
    public PageFilter Filter { get; private set; } = new(null, null, null, null);

    /// <summary>What is shown.</summary>
    public PageDocument Shown { get; private set; } = new(null, [], null, null);

    /// <summary>The studies that run for this reader, where the page waits for one of them; null where it is whole.</summary>
    public PendingView? Pending { get; private set; }

    /// <summary>Highest marking of what is shown; null where nothing is.</summary>
    public string? Marking { get; private set; }

    /// <summary>Asks for the overview of the scope in the address.</summary>
    public async Task OnGetAsync(string? from, string? to, string? region, string? heading, CancellationToken cancellationToken)
    {
        Filter = new PageFilter(from, to, region, heading);
        Reader reader = desk.ReaderOf(HttpContext);
        var address = PageAddress.Of(Request);
        (Pending, PageDocument? shown) = await running.AskAsync(
            reader,
            address,
            [OverviewStudy.Name, CoverageStudy.Name],
            stop => desk.OverviewAsync(reader, Filter, texts.Phrases, stop),
            cancellationToken
        );
        Shown = shown ?? Shown;
        if (Shown.Document is not null)
            Marking = await running.MarkingAsync(reader, address, cancellationToken);
    }

    /// <summary>Stops a study that somebody waits for.</summary>
    /// <param name="job">Id of the job.</param>
    public void OnPost(string job) => Pending = running.Stop(desk.ReaderOf(HttpContext), PageAddress.Of(Request), job);
}
