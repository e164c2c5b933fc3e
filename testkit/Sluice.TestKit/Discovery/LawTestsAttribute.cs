namespace Sluice.TestKit;

/// <summary>A test for each law and class.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LawTestsAttribute : ContractTestsAttribute
{
    protected override IEnumerable<(object Subject, ObjectClass Class, string Name, string Category)> Cases(IReadOnlyList<ObjectClass> classes) =>
        from law in ContractLaws.All
        from objectClass in classes
        where law.Concerns(objectClass)
        select ((object)law.Id, objectClass, $"{law.Id} {law.GetType().Name}({objectClass})", law.Id);
}
