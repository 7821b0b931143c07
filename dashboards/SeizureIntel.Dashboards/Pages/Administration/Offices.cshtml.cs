using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Mvc;
using SeizureIntel.Dashboards.Desk;
using SeizureIntel.Dashboards.Frame;
using SeizureIntel.Workbench.Administration;

namespace SeizureIntel.Dashboards.Pages.Administration;

/// <summary>Offices and the countries that their people see.</summary>
internal sealed class OfficesModel(PageDesk desk, AdministrationDesk administration, PeopleDesk people) : OfficePage(desk, administration)
{
    /// <summary>Keeps an office.</summary>
    public Task<IActionResult> OnPostAsync(string id, CancellationToken cancellationToken) =>
        DoneAsync(
            async actor =>
            {
                await people.SaveOfficeAsync(actor, id, Forms.Of<OfficeChange>(Request), cancellationToken);
                return null;
            },
            cancellationToken
        );
}
