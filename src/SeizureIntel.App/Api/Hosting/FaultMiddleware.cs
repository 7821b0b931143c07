using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using SeizureIntel.App.Api.Contracts;
using SeizureIntel.App.Faults;

namespace SeizureIntel.App.Api.Hosting;

/// <summary>Faults become problem+json with a stable type.</summary>
internal sealed class FaultMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Fault fault) when (!context.Response.HasStarted)
        {
            var problem = new ProblemDetails
            {
                Type = "urn:seizureintel:" + fault.Code,
                Title = fault.Message,
                Detail = fault.Hint,
                Status =
                    fault.Code is "unknown_submission" or "unknown_study" or "unknown_bulletin" ? StatusCodes.Status404NotFound
                    : fault.ExitCode == 2 ? StatusCodes.Status400BadRequest
                    : StatusCodes.Status500InternalServerError,
            };
            context.Response.StatusCode = problem.Status.Value;
            await context.Response.WriteAsJsonAsync(problem, JsonShapes.Options, "application/problem+json", context.RequestAborted);
        }
    }
}
