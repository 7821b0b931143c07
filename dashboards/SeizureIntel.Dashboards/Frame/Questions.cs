using SeizureIntel.Workbench.Asking;

namespace SeizureIntel.Dashboards.Frame;

/// <summary>Reads the Workbench's questions off an address, by the names that the API takes.</summary>
internal static class Questions
{
    /// <summary>The question that an address asks.</summary>
    /// <exception cref="SeizureIntel.Workbench.Faults.Fault">A value is none of its member.</exception>
    public static T Of<T>(PageAddress address)
        where T : class => (T)QuestionReader.Read(typeof(T), m => address.Many(m.Name), m => $"'{m.Name}'");
}
