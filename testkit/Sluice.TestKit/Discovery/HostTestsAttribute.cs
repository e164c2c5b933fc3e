namespace Sluice.TestKit;

/// <summary>A test for each host and class.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class HostTestsAttribute : ContractTestsAttribute
{
    protected override IEnumerable<(object Subject, ObjectClass Class, string Name, string Category)> Cases(IReadOnlyList<ObjectClass> classes) =>
        from host in HostProfile.All
        from objectClass in classes
        select ((object)host, objectClass, $"Host {host.Name}({objectClass})", "Host");
}
