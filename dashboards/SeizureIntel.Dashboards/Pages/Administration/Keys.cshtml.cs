using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Mvc;
using SeizureIntel.Dashboards.Desk;
using SeizureIntel.Dashboards.Frame;
using SeizureIntel.Workbench.Accounts;
using SeizureIntel.Workbench.Administration;

namespace SeizureIntel.Dashboards.Pages.Administration;

/// <summary>Keys of programs.</summary>
internal sealed class KeysModel(PageDesk desk, AdministrationDesk administration, PeopleDesk people) : OfficePage(desk, administration)
{
    /// <summary>What a key may do.</summary>
    public IReadOnlyList<string> Scopes { get; } = Permissions.All;

    /// <summary>Makes a key.</summary>
    public Task<IActionResult> OnPostAddAsync(CancellationToken cancellationToken) =>
        DoneAsync(async actor => await people.AddKeyAsync(actor, Forms.Of<KeyToAdd>(Request), cancellationToken), cancellationToken);

    /// <summary>Ends a key.</summary>
    public Task<IActionResult> OnPostRevokeAsync(string id, CancellationToken cancellationToken) =>
        DoneAsync(
            async actor =>
            {
                await people.RevokeKeyAsync(actor, id, cancellationToken);
                return null;
            },
            cancellationToken
        );
}
