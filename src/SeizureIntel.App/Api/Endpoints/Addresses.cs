using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using SeizureIntel.App.Api.Contracts;
using SeizureIntel.App.Security;

namespace SeizureIntel.App.Api.Endpoints;

/// <summary>Everything that has an address and is no page or file.</summary>
/// <remarks>An answer is given as <c>TypedResults.Ok</c>: of a bare object the site would learn how it is written at every start.</remarks>
internal static class Addresses
{
    public static void Map(IEndpointRouteBuilder site)
    {
        // Probes are set up once and outlive versions, so the unversioned address stays.
        HealthEndpoints.MapProbe(site);
        SecurityEndpoints.Map(site);
        BulletinEndpoints.MapPage(site);
        RouteGroupBuilder api = site.MapGroup(ApiAddresses.Root);
        HealthEndpoints.Map(api);
        QuestionEndpoints.Map(api);
        ExportEndpoints.Map(api);
        SubmissionEndpoints.Map(api);
        SourceEndpoints.Map(api);
        BulletinEndpoints.Map(api);
        SeriesEndpoints.Map(api);
        WatchEndpoints.Map(api);
        DecisionEndpoints.Map(api);
        SeizureEndpoints.Map(api);
        AdministrationEndpoints.Map(api);
    }
}
