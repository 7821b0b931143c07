using System;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using SeizureIntel.App.Api.Contracts;
using SeizureIntel.Workbench.Asking;
using SeizureIntel.Workbench.Faults;
using SeizureIntel.Workbench.Shapes;

namespace SeizureIntel.App.Api.Endpoints;

/// <summary>Reads what a body asks for, by the attributes of its type.</summary>
internal static class JsonBody
{
    private const long LargestBody = 1 << 20;

    private static readonly JsonSerializerOptions Strict = new(JsonShapes.Options)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
    };

    /// <summary>The object that a body and the address ask for.</summary>
    /// <exception cref="Fault">The body is no object of JSON, or holds what its type does not take.</exception>
    public static async Task<object> ReadAsync(HttpRequest request, Type type, CancellationToken cancellationToken)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = LargestBody;
        try
        {
            using JsonDocument body = await JsonDocument.ParseAsync(request.Body, cancellationToken: cancellationToken);
            return QuestionReader.Read(type, body.RootElement, name => InPath(request, name));
        }
        catch (JsonException)
        {
            throw Fault.Usage("bad_body", "The body is no JSON.", "Send an object with the members that the address takes.");
        }
    }

    /// <inheritdoc cref="ReadAsync(HttpRequest, Type, CancellationToken)"/>
    public static async Task<T> ReadAsync<T>(HttpRequest request, CancellationToken cancellationToken)
        where T : class => (T)await ReadAsync(request, typeof(T), cancellationToken);

    /// <summary>A body of several levels, read by the members of its type; one that the type does not have is refused.</summary>
    /// <exception cref="Fault">The body is no such JSON.</exception>
    public static async Task<T> ReadShapeAsync<T>(HttpRequest request, CancellationToken cancellationToken)
        where T : class
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = LargestBody;
        try
        {
            return await JsonSerializer.DeserializeAsync<T>(request.Body, Strict, cancellationToken)
                ?? throw new JsonException("The body is null.");
        }
        catch (JsonException)
        {
            throw Fault.Usage(
                "bad_body",
                "The body is no JSON of the form that is taken.",
                $"Send an object with the members that {ApiAddresses.Root}/openapi.json describes."
            );
        }
    }

    /// <summary>A part of the address; null where there is none of this name.</summary>
    public static string? InPath(HttpRequest request, string name) => request.RouteValues[name] as string;
}
