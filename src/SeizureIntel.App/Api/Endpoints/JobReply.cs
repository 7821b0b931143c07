using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SeizureIntel.App.Api.Contracts;
using SeizureIntel.Workbench.Jobs;
using SeizureIntel.Workbench.Running;
using SeizureIntel.Workbench.Shapes;

namespace SeizureIntel.App.Api.Endpoints;

/// <summary>What is said of something that must run first.</summary>
internal static class JobReply
{
    /// <summary>202 with the job, where it stands and when to look again.</summary>
    public static IResult Accepted(HttpContext context, StudyRun run)
    {
        context.Response.Headers.Location = $"{ApiAddresses.Root}/jobs/{run.Id}";
        context.Response.Headers.RetryAfter = "1";
        JobAnswer job = context.RequestServices.GetRequiredService<JobDesk>().Of(run);
        return Results.Json(job, JsonShapes.Options, statusCode: StatusCodes.Status202Accepted);
    }
}
