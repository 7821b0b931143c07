using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SeizureIntel.Dashboards.Desk;
using SeizureIntel.Dashboards.Frame;
using SeizureIntel.Workbench.Serials;

namespace SeizureIntel.Dashboards.Pages.SmallArms;

/// <summary>Where weapons with a serial number were seized. The number comes in the body of a form alone; it is not shown again.</summary>
internal sealed class SerialsModel(PageDesk desk, SerialDesk serials) : PageModel
{
    /// <summary>Name of the form's field.</summary>
    public const string Field = "serial_number";

    /// <summary>Whether numbers can be asked for here.</summary>
    public bool AreKept => serials.AreKept;

    /// <summary>What was found; null before a number was asked for.</summary>
    public SerialAnswer? Answer { get; private set; }

    /// <summary>What was not understood; null where all was.</summary>
    public PageProblem? Problem { get; private set; }

    /// <summary>Asks for the number of the form; an address may not carry one.</summary>
    public async Task OnPostAsync(CancellationToken cancellationToken)
    {
        var asked = new SerialToFind { SerialNumber = Request.Form[Field] };
        Problem = await PageProblem.OfAsync(Response, async () =>
            Answer = await serials.FindAsync(desk.ReaderOf(HttpContext), asked, cancellationToken)
        );
    }
}
