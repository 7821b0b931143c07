using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SeizureIntel.Dashboards.Desk;
using SeizureIntel.Readers;
using SeizureIntel.Reporting.Bulletins;
using SeizureIntel.Reporting.Wording;
using SeizureIntel.Workbench.Asking;
using SeizureIntel.Workbench.Bulletins;
using SeizureIntel.Workbench.Filters;

namespace SeizureIntel.Dashboards.Frame;

/// <summary>A page that shows one study: stories, then the charts and tables of one heading at a time.</summary>
internal abstract class StudyPage(PageDesk desk, BulletinDesk studies, FilterReader filters, RunningStudies running) : PageModel
{
    /// <summary>Name of the study.</summary>
    public abstract string Study { get; }

    /// <summary>Name of what a page shows of its own above the stories; null for nothing.</summary>
    public virtual string? Opening => null;

    /// <summary>What was asked.</summary>
    public PageAddress Address { get; private set; } = new("/", []);

    /// <summary>What is shown; null where there is nothing, or the question was not understood.</summary>
    public Bulletin? Document { get; private set; }

    /// <summary>The section that is shown; null where there is none.</summary>
    public BulletinSection? Section { get; private set; }

    /// <summary>What was not understood; null where all was.</summary>
    public PageProblem? Problem { get; private set; }

    /// <summary>The studies that run for this reader, where the page waits for one of them; null where it is whole.</summary>
    public PendingView? Pending { get; private set; }

    /// <summary>Highest marking of what is shown; null where nothing is.</summary>
    public string? Marking { get; private set; }

    /// <summary>Who asks.</summary>
    public Reader Reader => desk.ReaderOf(HttpContext);

    /// <summary>What they may do.</summary>
    protected Actor Actor => desk.ActorOf(HttpContext);

    /// <summary>The same answer as JSON.</summary>
    public string Twin => Address.At("/api/v1/studies/" + Study).ToString();

    /// <summary>Asks for studies that may have to run.</summary>
    protected RunningStudies Running => running;

    /// <summary>Asks what the address asks.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Address = PageAddress.Of(Request);
        Problem = await PageProblem.OfAsync(Response, () => AskAsync(cancellationToken));
        Section = Document?.Sections.FirstOrDefault(s => s.Id == Address.One("show"))
            ?? (Document is { Sections: [BulletinSection first, ..] } ? first : null);
    }

    /// <summary>What a page shows beside its study, once that has run.</summary>
    protected virtual Task MoreAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Stops a study that somebody waits for.</summary>
    /// <param name="job">Id of the job.</param>
    public void OnPost(string job)
    {
        Address = PageAddress.Of(Request);
        Pending = running.Stop(Reader, Address, job);
    }

    private async Task AskAsync(CancellationToken cancellationToken)
    {
        Filter filter = filters.Read(Questions.Of<FilterText>(Address));
        Phrases phrases = PageLanguage.TextsOf(Request).Phrases;
        (Pending, Document) = await running.AskAsync(
            Reader,
            Address,
            [Study],
            stop => studies.StudyAsync(Reader, filter, Study, phrases, stop),
            cancellationToken
        );
        if (Document is not null)
            await MoreAsync(cancellationToken);
        Marking = await running.MarkingAsync(Reader, Address, cancellationToken);
    }
}
