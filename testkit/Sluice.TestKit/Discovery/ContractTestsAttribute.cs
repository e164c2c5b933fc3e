using System.Reflection;
using NUnit.Framework;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Builders;

namespace Sluice.TestKit;

/// <summary>Makes the tests of a contract when they are discovered, from the classes that the derived fixture names.</summary>
internal abstract class ContractTestsAttribute : NUnitAttribute, ITestBuilder, IImplyFixture
{
    private const string PropertyName = "ObjectClasses";

    public IEnumerable<TestMethod> BuildFrom(IMethodInfo method, Test? suite)
    {
        var builder = new NUnitTestCaseBuilder();
        IReadOnlyList<ObjectClass> classes;
        try
        {
            classes = ClassesOf(method.TypeInfo.Type);
        }
        catch (ContractDiscoveryException exception)
        {
            // One test that says what is wrong is better than none, which nobody misses.
            var told = builder.BuildTestMethod(method, suite, new TestCaseParameters([null, null]) { TestName = method.Name });
            told.MakeInvalid(exception.Message);
            return [told];
        }

        return Cases([.. classes.Where(objectClass => !objectClass.IsAll), ObjectClass.All]).Select(made =>
        {
            var parameters = new TestCaseParameters([made.Subject, made.Class]) { TestName = made.Name };
            parameters.Properties.Add(PropertyNames.Category, made.Category);
            return builder.BuildTestMethod(method, suite, parameters);
        }).ToList();
    }

    protected abstract IEnumerable<(object Subject, ObjectClass Class, string Name, string Category)> Cases(IReadOnlyList<ObjectClass> classes);

    private static IReadOnlyList<ObjectClass> ClassesOf(Type fixture)
    {
        var property = fixture.GetProperty(PropertyName, BindingFlags.Public | BindingFlags.Static | BindingFlags.FlattenHierarchy)
            ?? throw new ContractDiscoveryException($"{fixture.Name} has no property 'public static IEnumerable<ObjectClass> {PropertyName}': the tests are made from it before there is a facade to ask.");
        object? value;
        try
        {
            value = property.GetValue(null);
        }
        catch (TargetInvocationException exception)
        {
            throw new ContractDiscoveryException($"{fixture.Name}.{PropertyName} threw {exception.InnerException!.GetType().Name}: {exception.InnerException.Message}");
        }

        return value is IEnumerable<ObjectClass> classes && classes.ToList() is { Count: > 0 } known
            ? known
            : throw new ContractDiscoveryException($"{fixture.Name}.{PropertyName} names no object class; its type is IEnumerable<ObjectClass>.");
    }

    private sealed class ContractDiscoveryException(string message) : Exception(message);
}
