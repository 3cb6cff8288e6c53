<#-- In place of the e-mail with a link for a new password, where the password stays in another directory. -->
<#import "template.ftl" as layout>
<@layout.emailLayout>
<p>${poolRequested}</p>
<p>${poolText}</p>
<#list poolLinks as link>
<p><a href="${link.href}">${link.label}</a></p>
</#list>
<p>${poolIgnore}</p>
</@layout.emailLayout>
