using System.Linq;
using Microsoft.AspNetCore.Http;
using SeizureIntel.Workbench.Asking;

namespace SeizureIntel.Dashboards.Frame;

/// <summary>What a form asks for: its own fields first, then those of the address that it was sent to.</summary>
internal static class Forms
{
    /// <summary>The object that a form asks for.</summary>
    /// <exception cref="SeizureIntel.Workbench.Faults.Fault">A field holds no value of its member.</exception>
    public static T Of<T>(HttpRequest request)
        where T : class
    {
        PageAddress address = PageAddress.Of(request);
        return (T)
            QuestionReader.Read(
                typeof(T),
                m => request.Form.TryGetValue(m.Name, out var typed) ? typed.AsEnumerable() : address.Many(m.Name),
                m => $"'{m.Name}'"
            );
    }
}
