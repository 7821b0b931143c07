using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Mvc;
using SeizureIntel.Dashboards.Desk;
using SeizureIntel.Dashboards.Frame;
using SeizureIntel.Workbench.Administration;

namespace SeizureIntel.Dashboards.Pages.Administration;

/// <summary>Who may sign in.</summary>
internal sealed class PeopleModel(PageDesk desk, AdministrationDesk administration, PeopleDesk people) : OfficePage(desk, administration)
{
    /// <summary>Makes an account.</summary>
    public Task<IActionResult> OnPostAddAsync(CancellationToken cancellationToken) =>
        DoneAsync(async actor => await people.AddAsync(actor, Forms.Of<PersonToAdd>(Request), cancellationToken), cancellationToken);

    /// <summary>Changes an account.</summary>
    public Task<IActionResult> OnPostChangeAsync(string account, CancellationToken cancellationToken) =>
        DoneAsync(
            async actor =>
            {
                await people.ChangeAsync(actor, account, Forms.Of<PersonChange>(Request), cancellationToken);
                return null;
            },
            cancellationToken
        );

    /// <summary>Gives a new first password.</summary>
    public Task<IActionResult> OnPostResetAsync(string account, CancellationToken cancellationToken) =>
        DoneAsync(async actor => await people.ResetAsync(actor, account, cancellationToken), cancellationToken);
}
