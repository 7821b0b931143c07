using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using AutoMapper;
using Microsoft.Extensions.DependencyInjection;
using SeizureIntel.Ports;

namespace SeizureIntel.App.Workspaces;

/// <summary>A data folder that is open: the engines that keep and search it, and the desks that work on them, each asked for by its type.</summary>
/// <param name="services">What <see cref="Composition"/> registered.</param>
/// <param name="registered">The same as a list.</param>
internal sealed class Workspace(ServiceProvider services, IReadOnlyList<ServiceDescriptor> registered) : IAsyncDisposable
{
    // Parts that hold nothing to be closed, whatever implements them, and that the first answer does without.
    private static readonly Type[] NeverClosed = [typeof(ITextReader), typeof(IMapper)];

    /// <summary>The one part of its kind.</summary>
    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Gives the parts to another container, which uses them and leaves them open.</summary>
    public void ShareWith(IServiceCollection others)
    {
        foreach (ServiceDescriptor part in registered)
        {
            // A container closes what it makes: what must be closed is handed over made, all else is made when it is first asked for.
            Type type = part.ServiceType;
            bool isPlain = type.IsSealed && !type.IsAssignableTo(typeof(IDisposable)) && !type.IsAssignableTo(typeof(IAsyncDisposable));
            if (isPlain || NeverClosed.Contains(type))
                others.AddSingleton(type, _ => services.GetRequiredService(type));
            else
                others.AddSingleton(type, services.GetRequiredService(type));
        }
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
