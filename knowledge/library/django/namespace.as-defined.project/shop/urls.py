from django.urls import path

app_name = "shop"
urlpatterns = [path("items/<int:pk>/", print, name="item")]
