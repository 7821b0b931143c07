using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SeizureIntel.Dashboards.Desk;
using SeizureIntel.Ports;
using SeizureIntel.Reporting.Bulletins;
using SeizureIntel.Workbench.Bulletins;
using SeizureIntel.Workbench.Faults;
using SeizureIntel.Workbench.Filters;

namespace SeizureIntel.Dashboards.Frame;

/// <summary>A page that shows one study: stories, then the charts and tables of one heading at a time.</summary>
internal abstract class StudyPage(PageDesk desk, BulletinDesk studies, FilterReader filters) : PageModel
{
    /// <summary>Name of the study.</summary>
    public abstract string Study { get; }

    /// <summary>What was asked.</summary>
    public PageAddress Address { get; private set; } = new("/", []);

    /// <summary>What is shown; null where there is nothing, or the question was not understood.</summary>
    public Bulletin? Document { get; private set; }

    /// <summary>The section that is shown; null where there is none.</summary>
    public BulletinSection? Section { get; private set; }

    /// <summary>What was not understood; null where all was.</summary>
    public PageProblem? Problem { get; private set; }

    /// <summary>The same answer as JSON.</summary>
    public string Twin => Address.At("/api/v1/studies/" + Study).ToString();

    /// <summary>Asks what the address asks.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Address = PageAddress.Of(Request);
        try
        {
            Filter filter = filters.Read(Questions.Of<FilterText>(Address));
            Document = await studies.StudyAsync(desk.ReaderOf(HttpContext), filter, Study, cancellationToken);
        }
        catch (Fault fault)
        {
            Problem = PageProblem.Of(fault);
        }
        catch (IndexUnavailableException missed)
        {
            Problem = PageProblem.Of(Fault.Unavailable(missed));
        }

        Section = Document?.Sections.FirstOrDefault(s => s.Id == Address.One("show"))
            ?? (Document is { Sections: [BulletinSection first, ..] } ? first : null);
        if (Problem is not null)
            Response.StatusCode = Problem.Status;
    }
}
